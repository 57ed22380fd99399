import { Injectable } from '@nestjs/common';
import { may } from '@repere/access';
import { redactedClasses } from '../../cases/disclosure/redacted-classes';
import { pageOfCase } from '../../cases/page/page-of-case';
import { AccountNames } from '../../cases/reading/account-names';
import { ReaderScopes } from '../../cases/rights/reader-scope';
import { CaseRowsRepository } from '../../cases/reading/case-rows.repository';
import { resourceOf, type LoadedCase } from '../../cases/reading/loaded-case';
import { Refusal } from '../../platform/refusals/refusal';
import { readCursor, writeCursor } from '../../platform/requests/cursor';
import { principalOf } from '../../platform/unit/principal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { SharingRepository } from '../../privacy/sharing/sharing.repository';
import type {
  ReferralEventDto,
  ReferralNeedDto,
  SentReferralDto,
  SentReferralsDto,
  UnansweredReferralsDto,
} from './answers.dto';
import { type ReferralEvent, ReferralEventsRepository } from './referral-events.repository';
import { feedbackTimes } from './feedback-clock';
import {
  isFeedbackOwed,
  isOpenNeed,
  NEED_STATES,
  needOf,
  pastOf,
  type ReferralPast,
  stateOf,
} from './referral-state';
import { type ReferralGrant, ReferralGrantsQuery } from './referral-grants.query';

const PAGE = 50;

/** A referral with what became of it. */
export interface ReferralHistory {
  readonly grant: ReferralGrant;
  readonly events: readonly ReferralEvent[];
  readonly sent: ReferralEvent;
  readonly past: ReferralPast;
}

/** What was asked of whom, since when, and what came of it: by need, since a need outlives every no. */
@Injectable()
export class SentReferralsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly events: ReferralEventsRepository,
    private readonly grants: ReferralGrantsQuery,
    private readonly sharing: SharingRepository,
    private readonly names: AccountNames,
    private readonly rows: CaseRowsRepository,
    private readonly scopes: ReaderScopes,
  ) {}

  async showSent(file: LoadedCase): Promise<SentReferralsDto> {
    const principal = principalOf(this.unit.account);
    const redacted = redactedClasses(principal, file.resource);
    const seesWords = !redacted.has('narrative') && !redacted.has('contact');
    const seesStaff = !redacted.has('staff');
    const histories = seesStaff
      ? await this.historiesOf(file)
      : await this.withGrants(file, await this.grants.ofCase(file.row.id));
    const names = await this.names.readNames(
      histories.flatMap(({ events }) => events.flatMap(({ byId }) => byId ?? [])),
    );
    const requests = new Map(
      (await this.sharing.ofCase(file)).map(({ id, content }) => [id, content?.what ?? null]),
    );
    const now = this.unit.now();
    const byNeed = Map.groupBy(histories, ({ sent }) => sent.needId);
    const needs = [...byNeed].map(([id, all]): ReferralNeedDto => {
      const state = needOf(
        all.map(({ past }) => past),
        now,
      );
      return {
        id,
        request: seesWords ? (requests.get(id) ?? null) : null,
        state,
        isOpen: isOpenNeed(state),
        referrals: all.map(({ grant, sent, past, events }): SentReferralDto => ({
          id: sent.sharingId,
          partner: { id: grant.partnerId, name: grant.partner },
          state: stateOf(past, now),
          sentAt: sent.at.toISOString(),
          dueAt: new Date(past.dueAt).toISOString(),
          until: grant.until.toISOString(),
          ...awaitedOf({ past, sent }, now, file.territory.zone),
          events: events.map((event) => showEvent(event, seesStaff ? names : new Map(), seesWords)),
        })),
      };
    });
    return {
      ...pageOfCase(file, redacted),
      mayRefer: may(principal, 'refer', file.resource).yes,
      needs: needs.toSorted((a, b) => NEED_STATES.indexOf(a.state) - NEED_STATES.indexOf(b.state)),
    };
  }

  /**
   * Every referral of the case, oldest first. Who leads it from another team or broke the glass is not shown who has a relation to it, and
   * would find none of them, their own neither: a page without a referral says that nobody was asked.
   */
  async historiesOf(file: LoadedCase): Promise<readonly ReferralHistory[]> {
    const grants = await this.unit.asSystem('system:record', () => this.grants.ofCase(file.row.id));
    return this.withGrants(file, grants);
  }

  private async withGrants(
    file: LoadedCase,
    grants: readonly ReferralGrant[],
  ): Promise<readonly ReferralHistory[]> {
    const byReferral = Map.groupBy(await this.events.ofCase(file), ({ sharingId }) => sharingId);
    return grants.flatMap((grant) => {
      const events = byReferral.get(grant.sharingId) ?? [];
      const sent = events.find(({ kind }) => kind === 'sent');
      const past = pastOf(events, grant);
      return sent && past ? [{ grant, events, sent, past }] : [];
    });
  }

  /** Of the teams whose supervisor asks. */
  async unanswered(cursor?: string): Promise<UnansweredReferralsDto> {
    const after = cursor === undefined ? null : readCursor(cursor, ['instant', 'id']);
    const all = await this.grants.escalated(this.scopes.teamsFor('approve'), after, PAGE + 1);
    const found = all.slice(0, PAGE);
    const last = found.at(-1);
    const principal = principalOf(this.unit.account);
    const rows = (await this.rows.listRows([...new Set(found.map(({ caseFileId }) => caseFileId))])).filter(
      (row) => may(principal, 'approve', resourceOf(row)).yes,
    );
    this.unit.shows(rows.map(({ id }) => id));
    return {
      next: all.length > PAGE && last ? writeCursor([last.place, last.sharingId]) : null,
      items: found.flatMap(({ what, caseFileId, partner, since }) => {
        const row = rows.find(({ id }) => id === caseFileId);
        if (!row) return [];
        return [
          {
            ...{ what, caseFileId, reference: row.reference, team: row.teamName, partner },
            since: since.toISOString(),
          },
        ];
      }),
    };
  }
}

/** Whether it is to be chased, and until when feedback is owed. */
export function awaitedOf(
  { past, sent }: Pick<ReferralHistory, 'past' | 'sent'>,
  now: number,
  zone: string,
): Pick<SentReferralDto, 'feedbackDueAt' | 'isAwaited'> {
  const isOwed = isFeedbackOwed(past);
  return {
    feedbackDueAt: isOwed ? new Date(feedbackTimes(sent.at.getTime(), zone).dueAt).toISOString() : null,
    isAwaited: isOwed || ['sent', 'received', 'no-answer'].includes(stateOf(past, now)),
  };
}

/** One of a case's; a refusal when it is none of them. */
export function findReferral(histories: readonly ReferralHistory[], id: string): ReferralHistory {
  const found = histories.find(({ sent }) => sent.sharingId === id);
  if (!found) throw new Refusal('not-found');
  return found;
}

/** `seesWords`: whether what was said may be shown, which may tell of anything. */
export const showEvent = (
  { kind, at, byId, reason, words, byWhen, whomToCall }: ReferralEvent,
  names: ReadonlyMap<string, string>,
  seesWords = true,
): ReferralEventDto => ({
  ...{ kind, at: at.toISOString(), by: byId === null ? null : (names.get(byId) ?? '') },
  reason,
  words: seesWords ? words : null,
  byWhen: seesWords ? byWhen : null,
  whomToCall: seesWords ? whomToCall : null,
});
