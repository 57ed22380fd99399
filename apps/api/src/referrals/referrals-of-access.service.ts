import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Words } from '@repere/cases';
import { redactedClasses } from '../cases/disclosure/redacted-classes';
import type { LoadedCase } from '../cases/reading/loaded-case';
import { sideBySide } from '../cases/words/format-codes';
import { words } from '../platform/answers/words';
import { principalOf } from '../platform/unit/principal';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { dayOf, type GatheredLine, LineSheet } from '../privacy/access-requests/gathered-line';
import { LinesBeside } from '../privacy/access-requests/lines-beside';
import { type ReferralHistory, seesWordsOf, SentReferralsService } from './answers/sent-referrals.service';
import type { ReferralWords } from './entities/referral-event.entity';
import { sideOf } from './messages/message-state';

/**
 * What was said of a child when they were referred, and written about it since, for who asks what is known of them. What the team told the
 * service stands in the register of sharing, and is not said twice.
 */
@Injectable()
export class ReferralsOfAccess implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly sent: SentReferralsService,
    private readonly beside: LinesBeside,
  ) {}

  onModuleInit(): void {
    this.beside.register('referrals', (file) => this.gather(file));
  }

  private async gather(file: LoadedCase): Promise<readonly GatheredLine[]> {
    const { account } = this.unit;
    const redacted = redactedClasses(principalOf(account), file.resource);
    const sheet = new LineSheet();
    for (const referral of await this.sent.historiesOf(file))
      addReferral(sheet, referral, seesWordsOf(redacted, referral.sent, account.id));
    return sheet.lines;
  }
}

function addReferral(sheet: LineSheet, { events, messages, sent }: ReferralHistory, isOpen: boolean): void {
  const ofService = messages.filter((it) => it.kind === 'message' && sideOf(it) === 'service');
  const said = [...events.filter((it) => it !== sent), ...ofService]
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .filter((it) => PARTS.some((part) => it[part] !== null));
  for (const it of said) {
    const section = sideBySide(dayOf(it.at), REFERRAL);
    if (!isOpen) {
      sheet.addLine(section, PART_WORDS.words, CLOSED, 'others', 'narrative');
      continue;
    }
    // Written freely: it may name anybody, and say where the child goes.
    sheet.addLine(section, PART_WORDS.words, it.words, 'free-text', 'narrative');
    sheet.addLine(section, PART_WORDS.byWhen, it.byWhen, 'free-text', 'narrative');
    sheet.addLine(section, PART_WORDS.whomToCall, it.whomToCall, 'others', 'contact');
  }
}

const REFERRAL = words('Orientation', 'Referral');

const PART_WORDS: Readonly<Record<keyof ReferralWords, Words>> = {
  words: words('Ce qui a été dit ou écrit', 'What was said or written'),
  byWhen: words('Pour quand', 'By when'),
  whomToCall: words('Qui appeler là-bas', 'Whom to call there'),
};

const PARTS = Object.keys(PART_WORDS) as readonly (keyof ReferralWords)[];

const CLOSED = words(
  'Non lu : qui prépare cette demande ne voit pas tout ce dont ces mots peuvent parler.',
  'Not read: whoever prepares this request doesn’t see all that these words may tell of.',
);
