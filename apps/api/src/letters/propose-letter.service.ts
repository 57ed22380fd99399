import { Injectable } from '@nestjs/common';
import { FIELD_CLASS_WORDS, FIELD_CLASSES, type FieldClass } from '@repere/access';
import type { LetterTemplate } from '@repere/protocol';
import { alsoLeavingOut, redactedClasses } from '../cases/disclosure/redacted-classes';
import { pageOfCase } from '../cases/page/page-of-case';
import type { LoadedCase } from '../cases/reading/loaded-case';
import { timelineOf } from '../cases/reading/timeline';
import { same } from '../cases/words/show-value';
import { principalOf } from '../platform/unit/principal';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { ProtocolLibrary } from '../protocols/protocol-library';
import { CalendarOfLetter } from './calendar-of-letter.service';
import { type ProposedLetter, proposeLetter } from './composing/propose-letter';
import { FamilyToldOfLetter } from './family-told.service';
import { LetterDrafts } from './drafts/letter-drafts.service';
import { LetterKinds } from './letter-kinds';
import type { LetterProposalDto, ProposeLetterQuery } from './letters.dto';
import { type ReferralOfLetter, ReferralOfLetterService } from './referral-of-letter.service';
import { WhomToTurnTo } from './whom-to-turn-to.service';

/** A letter as it is first seen by who writes it: what its parts ask for, and what is left out until chosen. */
@Injectable()
export class ProposeLetterService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly library: ProtocolLibrary,
    private readonly kinds: LetterKinds,
    private readonly drafts: LetterDrafts,
    private readonly referrals: ReferralOfLetterService,
    private readonly calendar: CalendarOfLetter,
    private readonly family: FamilyToldOfLetter,
    private readonly turnTo: WhomToTurnTo,
  ) {}

  async showProposal(
    file: LoadedCase,
    id: string,
    { referralId, corrects }: ProposeLetterQuery,
  ): Promise<LetterProposalDto> {
    const kind = this.kinds.getKind(file, id);
    const referral = await this.referrals.findFor(file, kind, referralId, corrects ?? null);
    const { parts, leftOut } = await this.proposeLetter(file, kind, referral);
    const redacted = redactedClasses(principalOf(this.unit.account), file.resource);
    return {
      ...{ id: kind.id, language: kind.language, title: kind.title, purpose: kind.purpose },
      ...{ signs: kind.signs, second: kind.second },
      ...pageOfCase(file, redacted),
      sources: kind.basis.map((code) => ({ code, text: this.library.sources[code]?.title ?? same(code) })),
      recipient: recipientOf(file, kind, referral),
      parts: parts.map(({ part, text }) => ({
        ...{ id: part.id, title: part.title, hint: part.hint ?? null, isRequired: part.isRequired, text },
      })),
      familyTold: await this.family.findAsked(file, kind, redacted),
      leftOut: WORDS_FIRST.map((fieldClass) => ({
        fieldClass,
        title: FIELD_CLASS_WORDS[fieldClass],
        lines: leftOut
          .filter((it) => it.fieldClass === fieldClass)
          .map(({ id: line, text, language = 'fr', part, instead }) => ({
            ...{ id: line, text, language, part },
            ...(instead !== undefined && { instead }),
          })),
      })).filter(({ lines }) => lines.length > 0),
      drafts: this.drafts.draftsOf(file, kind.id, referral?.id ?? null),
    };
  }

  /** Of what the account sees of the case; of a referral, no class more than its service was told of. */
  async proposeLetter(
    file: LoadedCase,
    kind: LetterTemplate,
    referral: ReferralOfLetter | null,
  ): Promise<ProposedLetter> {
    const hidden = redactedClasses(principalOf(this.unit.account), file.resource);
    const redacted = referral ? alsoLeavingOut(hidden, classesBeside(referral)) : hidden;
    // Nobody of the staff is named in a letter but who signs it.
    const timeline = timelineOf(file, file.journal, new Map(), redacted);
    const journey = await this.calendar.findJourney(file, kind, redacted);
    return proposeLetter(file, kind, redacted, {
      ...{ now: this.unit.now(), timeline, referral, journey },
      ours: await this.turnTo.findFor(file, kind, redacted),
    });
  }
}

/** What the child said is looked at first. */
const WORDS_FIRST: readonly FieldClass[] = ['narrative', ...FIELD_CLASSES.filter((it) => it !== 'narrative')];

const classesBeside = ({ classes }: ReferralOfLetter): readonly FieldClass[] =>
  FIELD_CLASSES.filter((it) => !classes.includes(it));

function recipientOf(
  { territory }: LoadedCase,
  { language, ground, to }: LetterTemplate,
  referral: ReferralOfLetter | null,
): string {
  if (referral) return referral.toWhom;
  return ground === undefined ? '' : `${to.title[language]}\n${territory.name}`;
}
