import { Injectable } from '@nestjs/common';
import { type FieldClass, may } from '@repere/access';
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
  RunningQuestionDto,
  SentReferralDto,
  SentReferralsDto,
  UnansweredReferralsDto,
} from './answers.dto';
import { RUNNING_QUESTIONS, questionState } from '../capacity/capacity-state';
import { CapacityRepository, historyOf, type KeptQuestion } from '../capacity/capacity.repository';
import { ServicesRepository } from '../../directory/services/services.repository';
import { ShowUnaskedService } from '../needs/unasked/show-unasked.service';
import { ShowPreparedService } from '../prepared/show-prepared.service';
import { TakenPlacesOfServices } from '../places/taken-places';
import { ReachOfServices } from '../told/reach-of-services';
import { type Happenings, type ReferralEvent, ReferralEventsRepository } from './referral-events.repository';
import { feedbackTimes } from './feedback-clock';
import { takesMessages } from '../messages/message-state';
import { showMessages } from '../messages/show-messages';
import { seesWhom } from './sees-whom';
import {
  type Awaited,
  isFeedbackOwed,
  isOpenNeed,
  isUnanswered,
  NEED_STATES,
  needOf,
  pastOf,
  type ReferralPast,
  stateOf,
  WORDS_TELL_OF,
} from './referral-state';
import { type ReferralGrant, ReferralGrantsQuery } from './referral-grants.query';

const PAGE = 50;

/** A referral with what became of it. */
export interface ReferralHistory extends Happenings {
  readonly grant: ReferralGrant;
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
    private readonly capacity: CapacityRepository,
    private readonly names: AccountNames,
    private readonly rows: CaseRowsRepository,
    private readonly scopes: ReaderScopes,
    private readonly reach: ReachOfServices,
    private readonly services: ServicesRepository,
    private readonly places: TakenPlacesOfServices,
    private readonly prepared: ShowPreparedService,
    private readonly unasked: ShowUnaskedService,
  ) {}

  async showSent(file: LoadedCase): Promise<SentReferralsDto> {
    const principal = principalOf(this.unit.account);
    const now = this.unit.now();
    const mayRefer = may(principal, 'refer', file.resource).yes;
    return {
      ...pageOfCase(file, redactedClasses(principal, file.resource)),
      ...{ mayRefer, prepared: mayRefer ? await this.prepared.showPrepared(file) : [] },
      mayWithdraw: may(principal, 'assign', file.resource).yes,
      needs: await this.showNeeds(file),
      questions: (await this.capacity.ofCase(file)).flatMap((it) => showRunning(it, now)),
      unasked: await this.unasked.showUnasked(file),
    };
  }

  /** Each need of the case that was referred, those that nobody meets first, as this reader may know it. */
  async showNeeds(file: LoadedCase): Promise<readonly ReferralNeedDto[]> {
    const { account } = this.unit;
    const redacted = redactedClasses(principalOf(account), file.resource);
    const seesWords = !WORDS_TELL_OF.some((it) => redacted.has(it));
    const isOwn = ({ sent }: ReferralHistory): boolean => sent.byId === account.id;
    const seesStaff = !redacted.has('staff');
    const mayRefer = may(principalOf(account), 'refer', file.resource).yes;
    const histories = seesStaff
      ? await this.historiesOf(file)
      : await this.withGrants(file, await this.grants.ofCase(file.row.id));
    const names = await this.names.readNames(
      histories.flatMap(({ events, messages }) => [...events, ...messages].flatMap(({ byId }) => byId ?? [])),
    );
    const shared = new Map((await this.sharing.ofCase(file)).map(({ id, content }) => [id, content]));
    const reach = await this.reach.ofCase(file, histories, mayRefer);
    const crowded = await this.places.crowded(file, histories);
    const now = this.unit.now();
    const byNeed = Map.groupBy(histories, ({ sent }) => sent.needId);
    const isShown = seesWhom(principalOf(account), file.resource, now);
    const showReferral = (it: ReferralHistory): SentReferralDto => {
      const { grant, sent, past, events, messages } = it;
      const seesAnswers = seesWordsOf(redacted, sent, account.id);
      return {
        id: sent.sharingId,
        // What a service without account is called stands with what it was told.
        partner: {
          id: sent.partnerId ?? sent.serviceId ?? '',
          name: grant.partner ?? shared.get(sent.sharingId)?.toWhom ?? '',
        },
        service: reach.get(sent.sharingId) ?? null,
        state: stateOf(past, now),
        sentAt: sent.at.toISOString(),
        dueAt: new Date(past.dueAt).toISOString(),
        until: grant.until.toISOString(),
        crowded: crowded.get(sent.sharingId) ?? null,
        ...awaitedOf({ past, sent }, now, file.territory.zone),
        events: events.map((event) => showEvent(event, seesStaff ? names : new Map(), seesAnswers)),
        messages: {
          items: showMessages(
            messages,
            ({ byId }) => (byId === null || !seesStaff ? null : (names.get(byId) ?? null)),
            seesAnswers,
          ),
          mayWrite: mayRefer && seesAnswers && takesMessages(past, now),
        },
      };
    };
    const needs = [...byNeed].map(([id, all]): ReferralNeedDto => {
      const state = needOf(
        all.map(({ past }) => past),
        now,
      );
      const isRead = seesWords || all.every(isOwn);
      return {
        id,
        request: isRead ? (shared.get(id)?.what ?? null) : null,
        need: isRead ? (all[0]?.sent.need ?? null) : null,
        state,
        isOpen: isOpenNeed(state),
        asked: all.length,
        referrals: all.filter(isShown).map(showReferral),
      };
    });
    return needs.toSorted((a, b) => NEED_STATES.indexOf(a.state) - NEED_STATES.indexOf(b.state));
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
    const happened = await this.events.ofCase(file);
    const byReferral = Map.groupBy(happened.events, ({ sharingId }) => sharingId);
    const written = Map.groupBy(happened.messages, ({ sharingId }) => sharingId);
    return grants.flatMap((grant) => {
      const events = byReferral.get(grant.sharingId) ?? [];
      const messages = written.get(grant.sharingId) ?? [];
      const sent = events.find(({ kind }) => kind === 'sent');
      const past = pastOf(events, grant);
      return sent && past ? [{ grant, events, messages, sent, past }] : [];
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
    const serviceIds = [...new Set(found.flatMap(({ serviceId }) => serviceId ?? []))];
    const services = new Map(
      (await this.services.listServices(serviceIds)).map(({ id, name }) => [id, name]),
    );
    return {
      next: all.length > PAGE && last ? writeCursor([last.place, last.sharingId]) : null,
      items: found.flatMap(({ what, caseFileId, partner, serviceId, since }) => {
        const row = rows.find(({ id }) => id === caseFileId);
        if (!row) return [];
        return [
          {
            ...{ what, caseFileId, reference: row.reference, team: row.teamName },
            partner: OF_ONE_SERVICE[what] ? (partner ?? services.get(serviceId ?? '') ?? '') : null,
            since: since.toISOString(),
          },
        ];
      }),
    };
  }
}

/** In codes, as whoever reads the case may know them: no word of who was asked. */
function showRunning(kept: KeptQuestion, now: number): readonly RunningQuestionDto[] {
  const state = RUNNING_QUESTIONS.find((it) => it === questionState(historyOf(kept), now));
  if (state === undefined || kept.events.some(({ kind }) => kind === 'met')) return [];
  const { need, dueAt } = kept.question;
  return [{ need, state, asked: kept.requests.length, dueAt: dueAt.toISOString() }];
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
    isAwaited: isOwed || isUnanswered(past, now),
  };
}

/** Whether what was not given was awaited of one service that is named; a task is that of a need. */
const OF_ONE_SERVICE: Readonly<Record<Awaited, boolean>> = {
  ...{ answer: true, feedback: true },
  ...{ first: false, next: false, reception: false, 'age-gap': false, message: false },
};

/** Whether words of a referral may be shown to who does not see these classes: they tell of anything, and who sent it knows them. */
export const seesWordsOf = (
  redacted: ReadonlySet<FieldClass>,
  sent: Pick<ReferralEvent, 'byId'>,
  readerId: string,
): boolean => !WORDS_TELL_OF.some((it) => redacted.has(it)) || sent.byId === readerId;

/** One of a case's; a refusal when it is none of them. */
export function findReferral(histories: readonly ReferralHistory[], id: string): ReferralHistory {
  const found = histories.find(({ sent }) => sent.sharingId === id);
  if (!found) throw new Refusal('not-found');
  return found;
}

/** `seesWords`: whether what was said may be shown, which may tell of anything. */
export const showEvent = (
  { kind, at, byId, reason, expectedAt, words, byWhen, whomToCall }: ReferralEvent,
  names: ReadonlyMap<string, string>,
  seesWords = true,
): ReferralEventDto => ({
  ...{ kind, at: at.toISOString(), by: byId === null ? null : (names.get(byId) ?? '') },
  reason,
  words: seesWords ? words : null,
  expectedAt: seesWords ? (expectedAt?.toISOString() ?? null) : null,
  byWhen: seesWords ? byWhen : null,
  whomToCall: seesWords ? whomToCall : null,
});
