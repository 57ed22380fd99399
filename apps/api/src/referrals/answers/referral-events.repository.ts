import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ServiceNeed } from '@repere/directory';
import { InjectRepository } from '@nestjs/typeorm';
import { In } from 'typeorm';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { rowOf } from '../../platform/data/sealed-row';
import type { UnitRepository } from '../../platform/data/unit-repository';
import type { DataKey } from '../../platform/secrecy/key-store';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ReferralEventEntity, type ReferralWords } from '../entities/referral-event.entity';
import { hasNewForService, isMessageEvent, type MessageEventKind } from '../messages/message-state';
import { SettleAfter } from '../needs/settle-after';
import {
  isClosedByNo,
  isOfferTaken,
  type ReferralEventKind,
  pastOf,
  type ReferralReason,
  type ReferralState,
  stateOf,
} from './referral-state';

type KeptKind = ReferralEventEntity['kind'];
type OfKind<Kind extends KeptKind> = Omit<ReferralEventEntity, 'content' | 'kind'> & { readonly kind: Kind };

/** An event with its words open. */
export type ReferralEvent = OfKind<ReferralEventKind> & ReferralWords;
/** A message, or that one side has seen those before it, with its words open. */
export type ReferralMessage = OfKind<MessageEventKind> & ReferralWords;

/** What happened to referrals and, apart from it, what was written: each oldest first. */
export interface Happenings {
  readonly events: readonly ReferralEvent[];
  readonly messages: readonly ReferralMessage[];
}

export const NO_WORDS: ReferralWords = { words: null, byWhen: null, whomToCall: null };

/** How a referral stands, in codes alone. */
export interface ReferralStanding {
  readonly state: ReferralState;
  /** Its offer was taken: the yes is ours. */
  readonly isOfferTaken: boolean;
  readonly isClosed: boolean;
  readonly dueAt: string;
  /** Of the directory; `null`: it was asked in words alone. */
  readonly need: ServiceNeed | null;
  /** The team wrote what nobody there has seen. */
  readonly hasNewMessage: boolean;
}

/** Which referral an event is about. */
export type AboutReferral = Pick<
  ReferralEventEntity,
  'sharingId' | 'needId' | 'caseFileId' | 'teamId' | 'partnerId' | 'serviceId' | 'keyId'
>;

/** What happens to a referral, beside what was said with it. */
interface Happened {
  readonly kind: KeptKind;
  readonly reason?: ReferralReason | null;
  readonly dueAt?: Date | null;
  readonly expectedAt?: Date | null;
  readonly need?: ServiceNeed | null;
  /** Until when what was sent is open. */
  readonly until?: Date;
  readonly words?: ReferralWords;
  /** It stands behind this moment, though its unit began before: of what was written, nothing that came later counts as read. */
  readonly after?: Date | undefined;
}

/** What may change whether the need is met, or what it waits for from us. */
const SETTLES: Readonly<Record<KeptKind, boolean>> = {
  ...{ accepted: true, refused: true, 'other-offer': true, elsewhere: true, 'first-appointment': true },
  ...{ ended: true, unmet: true, withdrawn: true, message: true, 'messages-read': true },
  ...{ sent: false, received: false, feedback: false, reminded: false, 'answer-asked': false },
  ...{ escalated: false, 'feedback-asked': false, 'feedback-missing': false, 'kept-away': false },
};

/** Events of referrals, oldest first, their words sealed under the key of the case. */
@Injectable()
export class ReferralEventsRepository {
  constructor(
    @InjectRepository(ReferralEventEntity) private readonly events: UnitRepository<ReferralEventEntity>,
    private readonly secrecy: Secrecy,
    private readonly unit: UnitOfWork,
    private readonly settling: SettleAfter,
  ) {}

  async ofCase({ row, key }: LoadedCase): Promise<Happenings> {
    return this.openEvents(key, await this.listEvents({ caseFileId: row.id }));
  }

  async ofReferral({ row, key }: LoadedCase, sharingId: string): Promise<Happenings> {
    return this.openEvents(key, await this.listEvents({ caseFileId: row.id, sharingId }));
  }

  /** Without what was said with them. */
  async listCodes(sharingId: string): Promise<readonly OfKind<ReferralEventKind>[]> {
    return (await this.listEvents({ sharingId })).filter(isEvent);
  }

  /** Without their words. */
  async listMessageCodes(sharingId: string): Promise<readonly OfKind<MessageEventKind>[]> {
    return (await this.listEvents({ sharingId })).filter(isMessage);
  }

  /** How each of these stands now, without its words. */
  async standings(
    referrals: readonly { readonly sharingId: string; readonly until: Date }[],
  ): Promise<ReadonlyMap<string, ReferralStanding>> {
    const rows = await this.events.find({
      where: { sharingId: In(referrals.map(({ sharingId }) => sharingId)) },
      order: { at: 'ASC', id: 'ASC' },
    });
    const byReferral = Map.groupBy(rows, ({ sharingId }) => sharingId);
    return new Map(
      referrals.flatMap(({ sharingId, until }): (readonly [string, ReferralStanding])[] => {
        const kept = byReferral.get(sharingId) ?? [];
        const past = pastOf(kept.filter(isEvent), { until });
        if (past === null) return [];
        const standing = {
          state: stateOf(past, this.unit.now()),
          ...{ isOfferTaken: isOfferTaken(past), isClosed: isClosedByNo(past) },
          dueAt: new Date(past.dueAt).toISOString(),
          need: kept.find(({ kind }) => kind === 'sent')?.need ?? null,
          hasNewMessage: hasNewForService(past, kept.filter(isMessage)),
        };
        return [[sharingId, standing]];
      }),
    );
  }

  /** How it was sent; `null` when the case was erased since. */
  findSent(sharingId: string): Promise<AboutReferral | null> {
    return this.events.findOneBy({ sharingId, kind: 'sent' });
  }

  /** `null` when the case was erased since. */
  findEvent(id: string): Promise<AboutReferral | null> {
    return this.events.findOneBy({ id });
  }

  /** Whether one of these happened to a referral. */
  hasAny(sharingId: string, kinds: readonly ReferralEventKind[]): Promise<boolean> {
    return this.events.existsBy({ sharingId, kind: In([...kinds]) });
  }

  /** By the account that acts. What happens once is written once, by whoever of several is first. */
  addEvent(about: AboutReferral, key: DataKey, happened: Happened): Promise<void> {
    return this.insert(about, key, happened, this.unit.account.id);
  }

  /** By a service without account, which holds the link: nobody of ours. */
  addByLink(about: AboutReferral, key: DataKey, happened: Happened): Promise<void> {
    return this.insert(about, key, happened, null);
  }

  /** By nobody. */
  async addByClock(about: AboutReferral, kind: ReferralEventKind): Promise<void> {
    await this.insert(about, await this.secrecy.openDataKey(about.keyId), { kind }, null);
  }

  private async insert(
    about: AboutReferral,
    key: DataKey,
    {
      kind,
      reason = null,
      dueAt = null,
      expectedAt = null,
      need = null,
      until,
      after,
      words = NO_WORDS,
    }: Happened,
    byId: string | null,
  ): Promise<void> {
    const id = randomUUID();
    const at = new Date(Math.max(this.unit.now(), after ? after.getTime() + 1 : 0));
    const { sharingId, needId, caseFileId, teamId, partnerId, serviceId } = about;
    const untilAt = kind === 'sent' && serviceId !== null ? (until ?? null) : null;
    await this.events.insertNew({
      ...{ id, sharingId, needId, caseFileId, teamId, partnerId, serviceId, kind, reason, dueAt, untilAt },
      ...{ expectedAt, need, keyId: key.id, at, byId },
      content: this.secrecy.seal(key, rowOf(ReferralEventEntity, { id }), 'content', words),
    });
    if (SETTLES[kind]) await this.settling.settleAfter(id);
    if (kind === 'sent') {
      await this.settling.settleNow(id);
      await this.settling.settleAfter(id, dueAt);
      // By the id of the referral: when what it opened is closed before, the database brings this forward.
      await this.settling.settleAfter(sharingId, until);
    }
  }

  private listEvents(where: { readonly caseFileId?: string; readonly sharingId?: string }) {
    return this.events.find({ where, order: { at: 'ASC', id: 'ASC' } });
  }

  private openEvents(key: DataKey, rows: readonly ReferralEventEntity[]): Happenings {
    const opened = rows.map((row) => {
      const { content: _sealed, ...rest } = row;
      return { ...rest, ...this.secrecy.openColumn(key, row, 'content') };
    });
    // What is told by telephone is sent and received in one moment.
    const ordered = opened.toSorted(
      (a, b) => a.at.getTime() - b.at.getTime() || Number(b.kind === 'sent') - Number(a.kind === 'sent'),
    );
    return { events: ordered.filter(isEvent), messages: ordered.filter(isMessage) };
  }
}

const isMessage = <R extends { readonly kind: KeptKind }>(
  row: R,
): row is R & { readonly kind: MessageEventKind } => isMessageEvent(row.kind);

const isEvent = <R extends { readonly kind: KeptKind }>(
  row: R,
): row is R & { readonly kind: ReferralEventKind } => !isMessageEvent(row.kind);
