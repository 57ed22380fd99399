import { Injectable } from '@nestjs/common';
import { type FieldClass, may } from '@repere/access';
import { redactedClasses } from '../../cases/disclosure/redacted-classes';
import { pageOfCase } from '../../cases/page/page-of-case';
import { AccountNames } from '../../cases/reading/account-names';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { ServiceMembersQuery } from '../../directory/services/service-members.query';
import { ServicesRepository } from '../../directory/services/services.repository';
import { readCursor, writeCursor } from '../../platform/requests/cursor';
import { principalOf } from '../../platform/unit/principal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { UnmetReason } from '../answers/referral-state';
import type { CapacityQuestionEntity } from '../entities/capacity-question.entity';
import type { NeedCode } from '../entities/unmet-need-event.entity';
import { AnswerLinks } from '../answer-links/answer-links.repository';
import type {
  AskedCapacityDto,
  CapacityEventDto,
  CapacityQuestionDto,
  CapacityQuestionsDto,
  CapacityRequestDto,
  ReceivedCapacitiesDto,
} from './capacity.dto';
import {
  type CapacityEventKind,
  countStates,
  isAskedSince,
  isClosed,
  isToldTo,
  questionState,
  REQUEST_STATES,
  requestState,
} from './capacity-state';
import {
  CapacityRepository,
  historyOf,
  type KeptCapacityEvent,
  type KeptQuestion,
} from './capacity.repository';
import { standingOf } from '../needs/need-standing';
import { NeedsOfCase } from '../needs/needs-of-case';
import { type OverDto, overSince } from '../taken-back/over.dto';
import { TeamCallBackQuery } from '../team-call-back.query';
import { numberOf } from './number-of';
import { OwnServicesQuery } from './own-services.query';

const RECEIVED_FOR = 30 * 86_400_000;
const MINUTE = 60_000;
const PAGE = 50;

/** What was asked of services and what they answered, for who asks; the question alone, for who is asked. */
@Injectable()
export class ShowCapacityService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly capacity: CapacityRepository,
    private readonly services: ServicesRepository,
    private readonly members: ServiceMembersQuery,
    private readonly own: OwnServicesQuery,
    private readonly names: AccountNames,
    private readonly links: AnswerLinks,
    private readonly callBacks: TeamCallBackQuery,
    private readonly needs: NeedsOfCase,
  ) {}

  async ofCase(file: LoadedCase): Promise<CapacityQuestionsDto> {
    const principal = principalOf(this.unit.account);
    const all = await this.capacity.ofCase(file);
    const seen = await this.seenBy(file, all, may(principal, 'refer', file.resource).yes);
    return {
      ...pageOfCase(file, seen.redacted),
      mayRefer: seen.mayRefer,
      items: all.map((it) => this.showQuestion(file, it, seen)),
    };
  }

  /** Of the services of the account that asks; of which case it is stays untold. */
  async received(cursor?: string): Promise<ReceivedCapacitiesDto> {
    const after = cursor === undefined ? null : readCursor(cursor, ['id'])[0];
    const serviceIds = await this.own.listIds();
    const since = new Date(this.unit.now() - RECEIVED_FOR);
    // As the account: what bars it from a case bars it from this.
    const found = await this.capacity.listAsked(serviceIds, since, after, PAGE + 1);
    const page = found.slice(0, PAGE);
    const names = new Map((await this.services.listServices(serviceIds)).map(({ id, name }) => [id, name]));
    // That nobody looks any more is said of a whole question, which is nobody’s who was asked.
    const whole = await this.unit.asSystem('system:record', async () => {
      const seen = await this.capacity.listQuestions([...new Set(page.map(({ questionId }) => questionId))]);
      const shown = [...new Set(seen.map(({ question }) => question.caseFileId))];
      // To who is asked the case isn’t there: they can’t note themselves that it was shown.
      if (shown.length > 0) await this.unit.recordEvent({ type: 'capacity.received', shown });
      const callBacks = await this.callBacks.readNumbers(seen.map(({ question }) => question.teamId));
      return new Map(
        seen.map((kept) => [kept.question.id, { kept, checkPhone: callBacks.get(kept.question.teamId) }]),
      );
    });
    const last = page.at(-1);
    return {
      items: page.flatMap(({ id, questionId }) => {
        const it = whole.get(questionId);
        const request = it?.kept.requests.find((of) => of.id === id);
        if (!it || !request) return [];
        const service = names.get(request.serviceId) ?? '';
        return [{ id, service, ...this.showAsked(it.kept, id, it.checkPhone) }];
      }),
      // The request alone: when it was asked, and of which question it is, is told to nobody.
      next: found.length > PAGE && last ? writeCursor([last.id]) : null,
    };
  }

  /** The same, for who holds the link of this request. As the system. */
  async showByLink(kept: KeptQuestion, requestId: string): Promise<AskedCapacityDto> {
    const { teamId } = kept.question;
    return this.showAsked(kept, requestId, (await this.callBacks.readNumbers([teamId])).get(teamId));
  }

  /** The question as it went out, and what this service answered; no word of anybody else. */
  private showAsked(kept: KeptQuestion, requestId: string, checkPhone: string | undefined): AskedCapacityDto {
    const state = requestState(historyOf(kept), requestId, this.unit.now());
    const last = kept.events.findLast((it) => it.requestId === requestId && it.kind === 'yes');
    const dueAt = new Date(Math.floor(kept.question.dueAt.getTime() / MINUTE) * MINUTE).toISOString();
    return {
      ...{ number: numberOf(requestId), state, isClosed: isClosed(kept.events), ...inCodes(kept), dueAt },
      over: overOf(kept, requestId),
      heldUntil: state === 'yes' ? (last?.heldUntil?.toISOString() ?? null) : null,
      checkPhone: checkPhone ?? null,
    };
  }

  private async seenBy(file: LoadedCase, all: readonly KeptQuestion[], mayRefer: boolean) {
    const redacted = redactedClasses(principalOf(this.unit.account), file.resource);
    const serviceIds = [
      ...new Set(all.flatMap(({ requests }) => requests.map(({ serviceId }) => serviceId))),
    ];
    const services = await this.services.listEvenRemoved(serviceIds);
    const now = this.unit.now();
    const needs = all.length === 0 ? [] : await this.needs.listNeeds(file);
    return {
      ...{ mayRefer, redacted },
      met: new Set(needs.flatMap(({ need, past }) => (standingOf(past, now).state === 'met' ? [need] : []))),
      hidesPlaces: redacted.has('places'),
      names: redacted.has('staff')
        ? new Map<string, string>()
        : await this.names.readNames(all.flatMap(({ events }) => events.flatMap(({ byId }) => byId ?? []))),
      services: new Map(services.map((it) => [it.id, it])),
      members: Map.groupBy(await this.members.listOpenMembers(serviceIds), ({ serviceId }) => serviceId),
      links: await this.links.ofCase(file),
      held: await this.capacity.countHeldForOthers(file.row.id, serviceIds),
    };
  }

  private showQuestion(
    file: LoadedCase,
    kept: KeptQuestion,
    seen: Awaited<ReturnType<ShowCapacityService['seenBy']>>,
  ): CapacityQuestionDto {
    const history = historyOf(kept);
    const now = this.unit.now();
    const counts = countStates(history, now);
    const unmet = kept.events.findLast(({ kind }) => kind === 'unmet')?.reason ?? null;
    const readerId = this.unit.account.id;
    // Who must not learn where the child goes sees how many said what, and whom they asked themselves.
    const isOpen = !seen.hidesPlaces || kept.question.byId === readerId;
    const seesWords = seesCapacityWords(seen.redacted, kept.question, readerId);
    const heard = kept.events.filter(
      ({ kind, byId }) => !seen.hidesPlaces || !isTold(kind) || byId === readerId,
    );
    return {
      ...{ id: kept.question.id, state: questionState(history, now), ...inCodes(kept) },
      ...{ askedAt: kept.question.askedAt.toISOString(), dueAt: kept.question.dueAt.toISOString() },
      ...{ asked: kept.requests.length, yes: counts.yes, no: counts.no, otherOffer: counts['other-offer'] },
      ...{ elsewhere: counts.elsewhere, silent: counts['no-answer'], unmet: unmet as UnmetReason | null },
      isMet: isMet(kept, seen.met),
      requests: (isOpen ? kept.requests : [])
        .map(({ id, serviceId }): CapacityRequestDto => {
          const service = seen.services.get(serviceId);
          const events = heard.filter(({ requestId }) => requestId === id);
          const state = requestState(history, id, now);
          const others = seen.held.get(serviceId) ?? 0;
          // Of a service of which somebody is kept away neither who is of it, which would name them, nor how it is reached.
          const isKeptAway = kept.keptAway.has(id);
          const members = isKeptAway ? [] : (seen.members.get(serviceId) ?? []);
          return {
            ...{ id, number: numberOf(id), state },
            service: { id: serviceId, name: service?.name ?? '' },
            hasLeft: service?.isRemoved ?? true,
            phones: isKeptAway ? [] : (service?.phones ?? []),
            members: members.map(({ id: of, name }) => ({ id: of, name })),
            link: this.links.showLink(
              isKeptAway ? null : (seen.links.get(id) ?? null),
              (since) => isAskedSince(kept.events, id, since),
              file.key,
              seen.mayRefer,
            ),
            isToConfirm: state === 'yes' && others > 0 && others >= (service?.profile.places?.free ?? 1),
            isReferred: events.some(({ kind }) => isTold(kind)),
            events: events.map((it) => this.showEvent(file, it, seen.names, seesWords)),
          };
        })
        .toSorted(
          (a, b) =>
            ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
            a.service.name.localeCompare(b.service.name, 'fr'),
        ),
    };
  }

  private showEvent(
    file: LoadedCase,
    event: KeptCapacityEvent,
    names: ReadonlyMap<string, string>,
    seesWords: boolean,
  ): CapacityEventDto {
    const { words, whomToCall } = this.capacity.openWords(file.key, event);
    return {
      ...{ kind: event.kind, at: event.at.toISOString(), reason: event.reason },
      by: event.byId === null ? null : (names.get(event.byId) ?? ''),
      heldUntil: event.heldUntil?.toISOString() ?? null,
      words: seesWords ? words : null,
      whomToCall: seesWords ? whomToCall : null,
    };
  }
}

/** Why nobody looks any more, to the service of this request. */
function overOf({ events }: KeptQuestion, requestId: string): OverDto | null {
  const end = events.find((it) => isClosed([it]));
  if (!end) return null;
  const at = end.at.getTime();
  if (isToldTo(events.filter((it) => it.requestId === requestId))) return overSince('goes-on', at);
  return overSince(end.kind === 'closed' ? 'not-sought' : 'found', at);
}

/** Whether words of its answers may be shown: they are others’, and say where the child may go, which who asked knows. */
export const seesCapacityWords = (
  redacted: ReadonlySet<FieldClass>,
  { byId }: Pick<CapacityQuestionEntity, 'byId'>,
  readerId: string,
): boolean =>
  !redacted.has('narrative') && !redacted.has('contact') && (!redacted.has('places') || byId === readerId);

/** Who the child is was told to the service. */
const isTold = (kind: CapacityEventKind): boolean => kind === 'referred' || kind === 'told';

/** Somebody said so, or the service that accepted the child goes on with them. */
const isMet = ({ question, events }: KeptQuestion, met: ReadonlySet<NeedCode>): boolean =>
  events.some(({ kind }) => kind === 'met' || (kind === 'taken' && met.has(question.need)));

/** Who says yes first, then who may still do so. */
const ORDER = [
  'yes',
  'other-offer',
  'elsewhere',
  'waiting',
  'lapsed',
  'no-answer',
  'no',
  'closed',
  'kept-away',
] as const satisfies readonly (typeof REQUEST_STATES)[number][];

const inCodes = ({ question }: KeptQuestion) => ({
  ...{ need: question.need, sex: question.sex, languages: question.languages, wanted: question.wanted },
  ages:
    question.ageFrom === null || question.ageTo === null
      ? null
      : { from: question.ageFrom, to: question.ageTo },
});
