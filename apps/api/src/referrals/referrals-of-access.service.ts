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
import { CapacityRepository } from './capacity/capacity.repository';
import { seesCapacityWords } from './capacity/show-capacity.service';
import type { ReferralWords } from './entities/referral-event.entity';
import { MOST_OF_CASE } from './needs/needs-of-case';
import { sideOf } from './messages/message-state';

/**
 * What services said of a child, asked for a place or when the child was referred, and wrote since, for who asks what is known of them. What
 * the team told them stands in the register of sharing, and is not said twice.
 */
@Injectable()
export class ReferralsOfAccess implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly sent: SentReferralsService,
    private readonly capacity: CapacityRepository,
    private readonly beside: LinesBeside,
  ) {}

  onModuleInit(): void {
    this.beside.register('referrals', (file) => this.gather(file));
  }

  private async gather(file: LoadedCase): Promise<readonly GatheredLine[]> {
    const { account } = this.unit;
    const redacted = redactedClasses(principalOf(account), file.resource);
    const sheet = new LineSheet();
    for (const { question, events } of await this.capacity.ofCase(file, MOST_OF_CASE)) {
      const said = events.map((event) => ({
        at: event.at,
        ...{ ...this.capacity.openWords(file.key, event), byWhen: null },
      }));
      addWords(sheet, SEARCH, said, seesCapacityWords(redacted, question, account.id));
    }
    for (const referral of await this.sent.historiesOf(file))
      addWords(sheet, REFERRAL, saidIn(referral), seesWordsOf(redacted, referral.sent, account.id));
    return sheet.lines;
  }
}

type Said = ReferralWords & { readonly at: Date };

/** What a service answered and wrote, the oldest first. */
function saidIn({ events, messages, sent }: ReferralHistory): readonly Said[] {
  const ofService = messages.filter((it) => it.kind === 'message' && sideOf(it) === 'service');
  return [...events.filter((it) => it !== sent), ...ofService].toSorted(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );
}

function addWords(sheet: LineSheet, about: Words, all: readonly Said[], isOpen: boolean): void {
  for (const said of all.filter((it) => PARTS.some((part) => it[part] !== null))) {
    const section = sideBySide(dayOf(said.at), about);
    if (!isOpen) {
      sheet.addLine(section, PART_WORDS.words, CLOSED, 'others', 'narrative');
      continue;
    }
    // Written freely: it may name anybody, and say where the child goes.
    sheet.addLine(section, PART_WORDS.words, said.words, 'free-text', 'narrative');
    sheet.addLine(section, PART_WORDS.byWhen, said.byWhen, 'free-text', 'narrative');
    sheet.addLine(section, PART_WORDS.whomToCall, said.whomToCall, 'others', 'contact');
  }
}

const SEARCH = words('Recherche d’une place', 'Search for a place');
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
