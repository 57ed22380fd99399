import { Injectable } from '@nestjs/common';
import { DraftsRepository, LETTER } from '../../cases/drafts/drafts.repository';
import { CaseReader } from '../../cases/reading/case-reader';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { LetterDraftDto, LetterDraftSavedDto, SaveLetterDraftDto } from './letter-drafts.dto';
import { LetterKinds } from '../letter-kinds';
import { LettersRepository } from '../letters.repository';
import { ReferralOfLetterService } from '../referral-of-letter.service';

const MOST_BYTES = 64 * 1024;

/** What one types of a letter, kept as a draft of a step is: one's own, under the key of the case, until its words are settled. */
@Injectable()
export class LetterDrafts {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: CaseReader,
    private readonly kinds: LetterKinds,
    private readonly letters: LettersRepository,
    private readonly drafts: DraftsRepository,
    private readonly referrals: ReferralOfLetterService,
  ) {}

  /** Two devices never overwrite each other: the second is refused, and reads what the first wrote. */
  async saveDraft(
    caseFileId: string,
    template: string,
    { content, corrects, referralId }: SaveLetterDraftDto,
    seen: number,
  ): Promise<LetterDraftSavedDto> {
    if (Buffer.byteLength(JSON.stringify(content)) > MOST_BYTES) throw new Refusal('too-large');
    const file = await this.reader.readCase(caseFileId, 'inform');
    await this.referrals.findFor(file, this.kinds.getKind(file, template), referralId, corrects ?? null);
    if (corrects !== undefined && !(await this.letters.findLetter(file, corrects)))
      throw new Refusal('not-found');
    const about = this.placeOf(file, template, corrects ?? null, referralId ?? null);
    const protocolVersion = file.versionOf(about.runId).document.version;
    const saved = await this.drafts.saveDraft(file.row.id, about, file.key, {
      content,
      protocolVersion,
      seen,
    });
    if (!saved) throw new Refusal('stale', { changes: [] });
    const { isToRecord, ...kept } = saved;
    if (isToRecord) await this.unit.recordEvent({ type: 'draft.save', caseFileId });
    return kept;
  }

  /** Of this kind, and of this referral where it tells of one: one that corrects nothing, and one for each letter that it is to correct. */
  draftsOf(file: LoadedCase, template: string, referralId: string | null): readonly LetterDraftDto[] {
    return this.drafts.lettersOf(file.row).flatMap((about) => {
      const [, kind, corrects, referral] = about.step.split(':');
      const draft =
        kind === template && (referral ?? null) === referralId
          ? this.drafts.readDraft(file.row, about, file.key)
          : null;
      return draft
        ? [
            {
              corrects: corrects || null,
              content: draft.content,
              savedAt: draft.savedAt,
              revision: draft.revision,
            },
          ]
        : [];
    });
  }

  /** Its words were settled. */
  async removeDraft(
    file: LoadedCase,
    template: string,
    corrects: string | null,
    referralId: string | null,
  ): Promise<void> {
    await this.drafts.removeDraft(this.placeOf(file, template, corrects, referralId));
  }

  private placeOf(file: LoadedCase, template: string, corrects: string | null, referralId: string | null) {
    const ends =
      referralId === null ? (corrects === null ? '' : `:${corrects}`) : `:${corrects ?? ''}:${referralId}`;
    const step = `${LETTER}${template}${ends}`;
    const before = this.drafts.lettersOf(file.row).find((it) => it.step === step);
    const [run] = file.view.runs;
    const runId = before?.runId ?? run?.runId;
    if (runId === undefined) throw new Error('a case without a run');
    return { runId, step };
  }
}
