import { Injectable } from '@nestjs/common';
import { stepsOfLetter } from '../../cases/charge/steps-with-letter';
import { DraftsRepository } from '../../cases/drafts/drafts.repository';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { ProtocolLibrary } from '../../protocols/protocol-library';
import type { SendingContent } from '../entities/letter-sending.entity';
import type { KeptLetter } from '../letters.repository';

/** A step's draft as its form writes it, as far as papers are concerned. */
interface StepDraft {
  readonly form: 1;
  readonly typed: {
    readonly evidence?: Readonly<Record<string, Partial<KeptPaper> | null>>;
  };
}

interface KeptPaper {
  readonly reference: string;
  readonly place: string;
}

/**
 * Fills in, in the draft of the step that a letter does, under which reference it is kept and where; of one that was written for no step,
 * where its kind does one alone. Whoever sent it ends the step. What somebody typed there stands; what the letter that it corrects filled
 * in does not.
 */
@Injectable()
export class FillStepService {
  constructor(
    private readonly drafts: DraftsRepository,
    private readonly library: ProtocolLibrary,
  ) {}

  async fillStep(
    file: LoadedCase,
    letter: Pick<KeptLetter, 'template' | 'runId' | 'step'>,
    sentAt: Date,
    content: SendingContent,
    before: SendingContent | null,
  ): Promise<void> {
    const sent = { ...letter, sentAt: sentAt.toISOString() };
    const [about, ...others] =
      letter.runId !== null && letter.step !== null
        ? [{ runId: letter.runId, step: letter.step }]
        : stepsOfLetter(file, sent, this.library.letters);
    // Where its protocol runs twice, nobody knows of which run it is the paper.
    if (about && others.length === 0) await this.fillDraft(file, about, content, before);
  }

  private async fillDraft(
    file: LoadedCase,
    about: { readonly runId: string; readonly step: string },
    { reference, keptWhere }: SendingContent,
    before: SendingContent | null,
  ): Promise<void> {
    const { runId, step } = about;
    const [paper] = file.findStep(runId, step)?.evidence ?? [];
    if (paper === undefined) return;
    const draft = await this.drafts.findDraft(about, file.key);
    const form = isStepDraft(draft?.content) ? draft.content : null;
    const typed = form?.typed.evidence?.[paper];
    if (typed && isTyped(typed, before)) return;
    const content: StepDraft = {
      ...form,
      form: 1,
      typed: {
        ...form?.typed,
        evidence: { ...form?.typed.evidence, [paper]: { reference, place: keptWhere } },
      },
    };
    const protocolVersion = file.versionOf(runId).document.version;
    // Another device may save the draft in the same moment: what is typed there stands, and the letter has its reference anyway.
    await this.drafts.saveDraft(file.row.id, about, file.key, {
      ...{ content, protocolVersion, seen: draft?.revision ?? 0 },
    });
  }
}

/** In whatever shape a form sent it: what is not the letter's before is somebody's. */
const isTyped = ({ reference, place }: Partial<KeptPaper>, before: SendingContent | null): boolean =>
  (!isBlank(reference) && reference !== before?.reference) ||
  (!isBlank(place) && place !== before?.keptWhere);

const isBlank = (typed: unknown): boolean =>
  typed === undefined || typed === null || (typeof typed === 'string' && typed.trim() === '');

const isStepDraft = (content: unknown): content is StepDraft =>
  typeof content === 'object' &&
  content !== null &&
  'typed' in content &&
  typeof content.typed === 'object' &&
  content.typed !== null;
