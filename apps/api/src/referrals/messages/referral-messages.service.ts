import { Injectable } from '@nestjs/common';
import { CLOSED_FIELD } from '@repere/access';
import { redactedClasses } from '../../cases/disclosure/redacted-classes';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import { principalOf } from '../../platform/unit/principal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import {
  type Happenings,
  NO_WORDS,
  type ReferralEvent,
  ReferralEventsRepository,
  type ReferralMessage,
} from '../answers/referral-events.repository';
import { pastOf, type ReferralPast } from '../answers/referral-state';
import {
  findReferral,
  type ReferralHistory,
  seesWordsOf,
  SentReferralsService,
} from '../answers/sent-referrals.service';
import { hasNewForService, type MessageSide, sideOf, takesMessages, unseenBy } from './message-state';
import type { ReferralMessagesDto, MarkReadDto, WriteToServiceDto } from './messages.dto';
import { showMessages } from './show-messages';
import { TellOfMessage } from './tell-of-message.service';

const HOUR = 3_600_000;
/** Messages of one side about one referral, in all and in an hour; whoever needs more calls. */
const MOST = 50;
const MOST_AN_HOUR = 10;

/** A referral with what was written about it. */
type Written = Happenings & { readonly sent: ReferralEvent; readonly past: ReferralPast };

/** What the team and the service write to each other about one referral. It changes nothing of how that stands. The case is locked. */
@Injectable()
export class ReferralMessages {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly events: ReferralEventsRepository,
    private readonly sent: SentReferralsService,
    private readonly telling: TellOfMessage,
  ) {}

  /** By who refers: that is sharing. The same words once more, as the last that were written, are the message that there is. */
  async writeToService(file: LoadedCase, id: string, { words, readUntil }: WriteToServiceDto): Promise<void> {
    const referral = await this.demandReadable(file, id);
    const { sent, messages } = referral;
    if (this.isNew(referral, 'team', words)) {
      await this.events.addEvent(sent, file.key, messageAfter(messages, words));
      await this.telling.tellService(file, sent, words, hasNewForService(referral.past, messages));
      this.unit.notes({ referral: id, words });
    }
    if (readUntil !== undefined && isNewest(messages, readUntil)) await this.noteRead(file, referral);
  }

  /** By the account that was asked, as long as it is open to them. */
  async writeToTeam(file: LoadedCase, sharingId: string, until: Date, words: string): Promise<void> {
    const happened = await this.events.ofReferral(file, sharingId);
    const sent = happened.events.find(({ kind }) => kind === 'sent');
    const past = pastOf(happened.events, { until });
    if (!sent || !past) throw new Refusal('not-found');
    if (!this.isNew({ ...happened, past }, 'service', words)) return;
    await this.events.addEvent(sent, file.key, messageAfter(happened.messages, words));
    this.unit.notes({ referral: sharingId, words });
  }

  /** By the link of a service without account: as the system, which has found that it holds. */
  async writeByLink(file: LoadedCase, referral: Written, words: string): Promise<void> {
    if (!this.isNew(referral, 'service', words)) return;
    await this.events.addByLink(referral.sent, file.key, messageAfter(referral.messages, words));
    this.unit.notes({ referral: referral.sent.sharingId, words });
  }

  /** By who refers: what the service wrote until then waits for nobody any more. Refused where another message came since. */
  async markRead(file: LoadedCase, id: string, { readUntil }: MarkReadDto): Promise<void> {
    const referral = await this.demandReadable(file, id);
    if (unseenBy('team', referral.messages).length === 0) return;
    if (!isNewest(referral.messages, readUntil)) throw anotherMessage();
    await this.noteRead(file, referral);
    this.unit.notes({ referral: id });
  }

  /** To the service, which has seen by it what the team wrote: under the lock of the case where there is any of it. `own`: what its writer is called there. */
  async showToService(
    file: LoadedCase,
    { sent, past, messages }: Written,
    by: { readonly own: string | null; readonly team: string | null },
  ): Promise<ReferralMessagesDto> {
    if (unseenBy('service', messages).length > 0) {
      const seen = readAfter(messages);
      if (sent.partnerId === null) await this.events.addByLink(sent, file.key, seen);
      else await this.events.addEvent(sent, file.key, seen);
    }
    return {
      items: showMessages(messages, (it) => (sideOf(it) === 'service' ? by.own : by.team)),
      mayWrite: takesMessages(past, this.unit.now()),
    };
  }

  private async noteRead(file: LoadedCase, { sent, messages }: ReferralHistory): Promise<void> {
    if (unseenBy('team', messages).length > 0)
      await this.events.addEvent(sent, file.key, readAfter(messages));
  }

  /** What was said there may tell where the child goes: who must not learn that writes nothing into it either. */
  private async demandReadable(file: LoadedCase, id: string): Promise<ReferralHistory> {
    const referral = findReferral(await this.sent.historiesOf(file), id);
    const { account } = this.unit;
    const redacted = redactedClasses(principalOf(account), file.resource);
    if (!seesWordsOf(redacted, referral.sent, account.id))
      throw new Refusal('refused', { reasons: [CLOSED_FIELD] });
    return referral;
  }

  /** `false`: it stands there already. Throws where nothing is written any more, or too much was. */
  private isNew(
    { past, messages }: Pick<Written, 'past' | 'messages'>,
    side: MessageSide,
    words: string,
  ): boolean {
    const now = this.unit.now();
    if (!takesMessages(past, now)) throw noMoreMessages();
    const written = messages.filter(({ kind }) => kind === 'message');
    const last = written.at(-1);
    if (last && sideOf(last) === side && last.words === words) return false;
    const own = written.filter((it) => sideOf(it) === side);
    if (own.length >= MOST) throw tooManyMessages();
    if (own.filter(({ at }) => at.getTime() > now - HOUR).length >= MOST_AN_HOUR) throw tooManyNow();
    return true;
  }
}

const messageAfter = (messages: readonly ReferralMessage[], words: string) =>
  ({ kind: 'message', after: messages.at(-1)?.at, words: { ...NO_WORDS, words } }) as const;

const readAfter = (messages: readonly ReferralMessage[]) =>
  ({ kind: 'messages-read', after: messages.at(-1)?.at }) as const;

/** The newest that the service wrote is the one of this moment. */
const isNewest = (messages: readonly ReferralMessage[], readUntil: string): boolean =>
  messages.findLast((it) => it.kind === 'message' && sideOf(it) === 'service')?.at.getTime() ===
  Date.parse(readUntil);

const noMoreMessages = (): Refusal =>
  refused(
    'no-more-messages',
    'Plus de message ici : le service a dit non, l’enfant est reçu, ou l’orientation a pris fin. Appelez.',
    'No more messages here: the service said no, the child was received, or the referral is over. Call.',
  );

const anotherMessage = (): Refusal =>
  refused(
    'another-message',
    'Un autre message est arrivé depuis. Relisez, puis marquez comme lu.',
    'Another message came since. Read again, then mark as read.',
    'readUntil',
  );

const tooManyMessages = (): Refusal =>
  refused(
    'too-many-messages',
    `Déjà ${String(MOST)} messages d’ici pour cette orientation. Appelez.`,
    `${String(MOST)} messages from here about this referral already. Call.`,
  );

const tooManyNow = (): Refusal =>
  refused(
    'too-many-now',
    `Déjà ${String(MOST_AN_HOUR)} messages d’ici en une heure. Appelez, ou attendez.`,
    `${String(MOST_AN_HOUR)} messages from here within an hour already. Call, or wait.`,
  );
