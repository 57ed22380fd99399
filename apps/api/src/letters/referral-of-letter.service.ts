import { Injectable } from '@nestjs/common';
import { CLOSED_FIELD, type FieldClass } from '@repere/access';
import type { LetterTemplate } from '@repere/protocol';
import { redactedClasses } from '../cases/disclosure/redacted-classes';
import type { LoadedCase } from '../cases/reading/loaded-case';
import { Refusal } from '../platform/refusals/refusal';
import { refused } from '../platform/refusals/refused';
import { principalOf } from '../platform/unit/principal';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { type KeptSharing, SharingRepository } from '../privacy/sharing/sharing.repository';
import type { SharedDto } from '../privacy/sharing/sharing.dto';
import {
  isOver,
  pastAt,
  type ReferralPast,
  type ReferralState,
  stateOf,
  WORDS_TELL_OF,
} from '../referrals/answers/referral-state';
import { SentReferralsService } from '../referrals/answers/sent-referrals.service';
import { composeCopy, unsentLines } from '../referrals/copies/compose-copy';
import { ReferralCopies } from '../referrals/copies/referral-copies.repository';
import { LettersRepository } from './letters.repository';

/** A referral as far as a letter tells of it. */
export interface ReferralOfLetter extends Pick<
  SharedDto,
  'toWhom' | 'what' | 'childView' | 'child' | 'parents'
> {
  readonly id: string;
  /** What the service was told of: a letter tells no more. */
  readonly classes: readonly FieldClass[];
  /** Of these classes, what was sent line by line and still stands so: field, fact or row. `null`: it was told in words. */
  readonly sent: ReadonlySet<string> | null;
}

/** Whether the service of a referral that stands so, and is not over by itself, may still be written to about the child. */
const STANDS: Readonly<Record<ReferralState, boolean>> = {
  ...{ sent: true, received: true, 'no-answer': true, 'other-offer': true, accepted: true, started: true },
  ...{ refused: false, elsewhere: false, withdrawn: false, ended: false },
};

/** The referral that a letter tells of: its service, its need and what the child says of it are said there, and nowhere else. */
@Injectable()
export class ReferralOfLetterService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly sent: SentReferralsService,
    private readonly sharing: SharingRepository,
    private readonly copies: ReferralCopies,
    private readonly letters: LettersRepository,
  ) {}

  /** `null`: a letter of this kind tells of none. */
  async findFor(
    file: LoadedCase,
    { isOfReferral }: LetterTemplate,
    id: string | undefined,
    corrects: string | null,
  ): Promise<ReferralOfLetter | null> {
    if (!isOfReferral) {
      if (id !== undefined) throw ofNone();
      return null;
    }
    if (id === undefined) throw missing();
    const referral = await this.getReferral(file, id);
    if (!(await this.stood(file, referral, this.unit.now(), corrects))) throw over();
    return referral;
  }

  /** As it stood when the letter left: what was refused, taken back or over since then makes nothing unsent. */
  async getSentTo(
    file: LoadedCase,
    id: string,
    { sentAt, corrects }: { readonly sentAt: Date; readonly corrects: string | null },
  ): Promise<ReferralOfLetter> {
    const referral = await this.getReferral(file, id);
    if (!(await this.stood(file, referral, sentAt.getTime(), corrects))) throw overThen();
    return referral;
  }

  /**
   * Of what was refused, taken back or is over nobody is written to about the child, but to correct what left for them: they have it, and
   * it is wrong. Who is kept away from the case is not even written to for that.
   */
  private async stood(
    file: LoadedCase,
    { id, past }: ReferralOfLetter & { readonly past: ReferralPast },
    at: number,
    corrects: string | null,
  ): Promise<boolean> {
    const then = pastAt(past, at);
    if (STANDS[stateOf(then, at)] && !isOver(then, at)) return true;
    if (corrects === null || then.events.some(({ kind }) => kind === 'kept-away')) return false;
    const wrong = await this.letters.findLetter(file, corrects);
    return wrong?.referralId === id && (await this.letters.findSending(file, corrects)) !== null;
  }

  private async getReferral(
    file: LoadedCase,
    id: string,
  ): Promise<ReferralOfLetter & { readonly past: ReferralPast }> {
    const redacted = redactedClasses(principalOf(this.unit.account), file.resource);
    const found = (await this.sent.historiesOf(file)).find(({ sent }) => sent.sharingId === id);
    // Of what they sent themselves everybody knows the words.
    const isClosed =
      found?.sent.byId !== this.unit.account.id && WORDS_TELL_OF.some((it) => redacted.has(it));
    if (isClosed) throw new Refusal('not-allowed', { reasons: [CLOSED_FIELD] });
    const lines = await this.sharing.ofCase(file);
    const line = lines.find((it) => it.id === id);
    if (!found || !line?.content) throw unknown();
    const { toWhom, what, childView } = line.content;
    const { classes } = line;
    const sent = found.sent.partnerId === null ? null : await this.sentLines(file, id, classes);
    // Who was told first is as it was corrected last.
    const { child, parents } = lastOf(lines, line).content ?? line.content;
    return {
      ...{ id, toWhom, what, ...(childView && { childView }), child, parents, classes, sent },
      past: found.past,
    };
  }

  /** What was left out when it was sent, or was recorded since, is sent as an addition first, and stands in the register then. */
  private async sentLines(
    file: LoadedCase,
    id: string,
    classes: readonly FieldClass[],
  ): Promise<ReadonlySet<string>> {
    const now = composeCopy(file, classes);
    const unsent = unsentLines(now, await this.copies.ofReferral(file, id));
    return new Set(now.lines.filter((it) => !unsent.includes(it)).map(({ of }) => of));
  }
}

/** The line that corrects it last; itself, where none does. */
function lastOf(lines: readonly KeptSharing[], line: KeptSharing): KeptSharing {
  const next = lines.find(({ corrects }) => corrects === line.id);
  return next ? lastOf(lines, next) : line;
}

const missing = (): Refusal =>
  refused(
    'referral-missing',
    'Cette lettre s’écrit depuis une orientation : orientez d’abord, puis écrivez-la depuis « Orientations ».',
    'This letter is written from a referral: refer first, then write it from “Referrals”.',
    'referralId',
  );

const ofNone = (): Refusal =>
  refused(
    'of-no-referral',
    'Cette sorte de lettre ne parle d’aucune orientation.',
    'This kind of letter tells of no referral.',
    'referralId',
  );

const unknown = (): Refusal =>
  refused(
    'unknown-referral',
    'Ce dossier n’a pas cette orientation.',
    'This case has no such referral.',
    'referralId',
  );

const over = (): Refusal =>
  refused(
    'referral-over',
    'Cette orientation est refusée, retirée ou terminée : plus rien n’est écrit à ce service de cet enfant.',
    'This referral was refused, taken back or is over: nothing more is written to this service of this child.',
    'referralId',
  );

/** By hand or by post it may have left before: its own hour is asked for. */
const overThen = (): Refusal =>
  refused(
    'referral-over',
    'À cette heure, cette orientation était refusée, retirée ou terminée : la lettre ne part plus. Si elle est partie avant, dites quand.',
    'By that hour this referral was refused, taken back or over: the letter leaves no more. If it left before, say when.',
    'sentAt',
  );
