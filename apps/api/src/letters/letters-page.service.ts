import { Injectable } from '@nestjs/common';
import { FIELD_CLASS_WORDS, FIELD_CLASSES, type FieldClass } from '@repere/access';
import type { Shown } from '@repere/cases';
import { REDACTED, redactedClasses, unlessRedacted } from '../cases/disclosure/redacted-classes';
import { pageOfCase } from '../cases/page/page-of-case';
import { AccountNames, namedIn, type Names } from '../cases/reading/account-names';
import type { LoadedCase } from '../cases/reading/loaded-case';
import { Refusal } from '../platform/refusals/refusal';
import { principalOf } from '../platform/unit/principal';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { LetterKinds } from './letter-kinds';
import type { LetterDto, LettersDto, LetterSendingDto, LetterSummaryDto } from './letters.dto';
import { type KeptLetter, type KeptSending, LettersRepository } from './letters.repository';

interface Seen {
  readonly file: LoadedCase;
  readonly names: Names;
  readonly redacted: ReadonlySet<FieldClass>;
  readonly all: readonly KeptLetter[];
  readonly sendings: ReadonlyMap<string, KeptSending>;
}

/**
 * Letters of a case as the reader may see them: that there is one, always. Its words are somebody's own and may tell of anything, and
 * a paper can't be masked: they are shown whole, to who sees every class and to who wrote them, or not at all.
 */
@Injectable()
export class LettersPageService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly kinds: LetterKinds,
    private readonly letters: LettersRepository,
    private readonly names: AccountNames,
  ) {}

  async listLetters(file: LoadedCase): Promise<LettersDto> {
    const seen = await this.seen(file);
    return {
      ...pageOfCase(file, seen.redacted),
      kinds: this.kinds.listed(file).map(({ id, title, purpose }) => ({ id, title, purpose })),
      letters: seen.all.map((letter) => this.summaryOf(letter, seen)),
    };
  }

  async showLetter(file: LoadedCase, id: string): Promise<LetterDto> {
    const seen = await this.seen(file);
    const letter = seen.all.find((it) => it.id === id);
    if (!letter) throw new Refusal('not-found');
    const { content, runId, step, referralId } = letter;
    return {
      ...this.summaryOf(letter, seen),
      ...pageOfCase(file, seen.redacted),
      ...{ sha256: letter.sha256, bytes: letter.bytes, referralId },
      step: runId !== null && step !== null ? { runId, step } : null,
      maySend:
        !seen.sendings.has(id) &&
        seen.all.every(({ corrects }) => corrects !== id) &&
        this.kinds.isOpen(file, letter) &&
        this.kinds.findKind(file, letter.template) !== null,
      content: unlessClosed(this.kinds.isOpen(file, letter), {
        ...{
          language: content.language,
          recipient: content.recipient,
          parts: content.parts,
          ground: content.ground,
          familyTold: content.familyTold,
          chosen: content.chosen,
        },
        ...{ isBound: content.isBound, second: content.second },
        leftOut: FIELD_CLASSES.flatMap((fieldClass) => {
          const count = content.leftOut[fieldClass];
          return count === undefined ? [] : [{ fieldClass, title: FIELD_CLASS_WORDS[fieldClass], count }];
        }),
      }),
    };
  }

  /** The bytes as they were kept: a copy outside of the record, from then on. */
  async download(file: LoadedCase, id: string): Promise<{ readonly pdf: Buffer; readonly fileName: string }> {
    const letter = await this.letters.findLetter(file, id);
    const pdf = letter && (await this.letters.pdfOf(file, id));
    if (!letter || !pdf) throw new Refusal('not-found');
    this.kinds.demandOpen(file, letter);
    this.unit.notes({ letter: id, sha256: letter.sha256 });
    return { pdf, fileName: `${letter.template}-${letter.sha256.slice(0, 8)}.pdf` };
  }

  private summaryOf(letter: KeptLetter, seen: Seen): LetterSummaryDto {
    const { file, names, redacted, all, sendings } = seen;
    const sending = sendings.get(letter.id);
    return {
      ...{ id: letter.id, template: letter.template, title: letter.content.title },
      at: letter.at.toISOString(),
      by: unlessRedacted(redacted, ['staff'], namedIn(names, letter.byId)),
      corrects: letter.corrects,
      correctedBy: all.find(({ corrects }) => corrects === letter.id)?.id ?? null,
      sending: sending ? showSending(sending, this.kinds.isOpen(file, letter), seen) : null,
    };
  }

  private async seen(file: LoadedCase): Promise<Seen> {
    const all = await this.letters.ofCase(file);
    const sendings = await this.letters.sendingsOf(file);
    const names = await this.names.readNames([...all, ...sendings.values()].map(({ byId }) => byId));
    const redacted = redactedClasses(principalOf(this.unit.account), file.resource);
    return { file, names, redacted, all, sendings };
  }
}

const showSending = (
  { sentAt, at, how, byId, receivedBy, toWhom, reference, keptWhere, secondSignature }: KeptSending,
  isOpen: boolean,
  { names, redacted }: Seen,
): LetterSendingDto => ({
  sentAt: sentAt.toISOString(),
  recordedAt: at.toISOString(),
  how,
  by: unlessRedacted(redacted, ['staff'], namedIn(names, byId)),
  content: unlessClosed(isOpen, { receivedBy, toWhom, reference, keptWhere, secondSignature }),
});

const unlessClosed = <T>(isOpen: boolean, value: T): Shown<T> => (isOpen ? value : REDACTED);
