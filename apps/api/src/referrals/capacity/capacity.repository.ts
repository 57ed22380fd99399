import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ServiceNeed } from '@repere/directory';
import { InjectRepository } from '@nestjs/typeorm';
import { In, MoreThan } from 'typeorm';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import type { UnitRepository } from '../../platform/data/unit-repository';
import { rowOf } from '../../platform/data/sealed-row';
import type { DataKey } from '../../platform/secrecy/key-store';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { noSuchPage } from '../../platform/requests/cursor';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { CapacityEventEntity, type CapacityWords } from '../entities/capacity-event.entity';
import { CapacityQuestionEntity } from '../entities/capacity-question.entity';
import { CapacityRequestEntity } from '../entities/capacity-request.entity';
import type { CapacityEventKind, CapacityHistory, CapacityReason } from './capacity-state';
import { KeptAwayServices } from '../matching/kept-away-services';
import { SettleAfter } from '../needs/settle-after';
import { CAPACITY_SQL } from './capacity.query';

/** An event as it is kept, its words closed. */
export type KeptCapacityEvent = CapacityEventEntity;

/** A question with whom it was asked of and what came of it, oldest first. */
export interface KeptQuestion {
  readonly question: CapacityQuestionEntity;
  readonly requests: readonly CapacityRequestEntity[];
  readonly events: readonly KeptCapacityEvent[];
  /** Requests to services of which somebody is kept away from the case; none, to who reads without the case. */
  readonly keptAway: ReadonlySet<string>;
}

/** One service that was asked, with the question. */
export interface KeptRequest {
  readonly kept: KeptQuestion;
  readonly request: CapacityRequestEntity;
}

type CaseOfQuestions = Pick<LoadedCase, 'row'>;

/** What happens to a question, or to one request of it. */
interface CapacityHappened {
  readonly kind: CapacityEventKind;
  readonly requestId: string | null;
  readonly reason?: CapacityReason | null;
  readonly heldUntil?: Date | null;
  readonly sharingId?: string | null;
  readonly words?: CapacityWords;
}

export const NO_CAPACITY_WORDS: CapacityWords = { words: null, whomToCall: null };
/** Questions of a case that are shown. */
export const MOST_QUESTIONS = 20;

/** Questions for a place, in codes; what was said with an answer is sealed under the key of the case. */
@Injectable()
export class CapacityRepository {
  constructor(
    @InjectRepository(CapacityQuestionEntity)
    private readonly questions: UnitRepository<CapacityQuestionEntity>,
    @InjectRepository(CapacityRequestEntity)
    private readonly requests: UnitRepository<CapacityRequestEntity>,
    @InjectRepository(CapacityEventEntity) private readonly events: UnitRepository<CapacityEventEntity>,
    private readonly secrecy: Secrecy,
    private readonly unit: UnitOfWork,
    private readonly settling: SettleAfter,
    private readonly kept: KeptAwayServices,
  ) {}

  async insert(question: CapacityQuestionEntity, requests: readonly CapacityRequestEntity[]): Promise<void> {
    await this.questions.insert(question);
    await this.requests.insert([...requests]);
    await this.settling.settleNow(question.id);
    await this.settling.settleAfter(question.id, question.dueAt);
  }

  /** Newest first. */
  async ofCase(file: CaseOfQuestions, most = MOST_QUESTIONS): Promise<readonly KeptQuestion[]> {
    const where = { caseFileId: file.row.id };
    return this.withRest(
      await this.questions.find({ where, order: { askedAt: 'DESC', id: 'ASC' }, take: most }),
      file,
    );
  }

  /** Those for this need to which somebody may still answer in time: there are as many as a day allows. */
  async stillAsked(file: CaseOfQuestions, need: ServiceNeed): Promise<readonly KeptQuestion[]> {
    const dueAt = MoreThan(new Date(this.unit.now()));
    return this.withRest(await this.questions.findBy({ caseFileId: file.row.id, need, dueAt }), file);
  }

  async findQuestion(file: CaseOfQuestions, id: string): Promise<KeptQuestion | null> {
    const [found] = await this.withRest(await this.questions.findBy({ caseFileId: file.row.id, id }), file);
    return found ?? null;
  }

  /** One service that was asked for the child of this case; throws `not-found`. */
  async findRequest(file: CaseOfQuestions, requestId: string): Promise<KeptRequest> {
    const request = await this.requests.findOneBy({ id: requestId, caseFileId: file.row.id });
    const kept = request && (await this.findQuestion(file, request.questionId));
    if (!request || !kept) throw new Refusal('not-found');
    return { kept, request };
  }

  /** The question that this request is of, with the rest. */
  async findByRequest(requestId: string): Promise<KeptQuestion | null> {
    const request = await this.requests.findOneBy({ id: requestId });
    if (!request) return null;
    const [found] = await this.withRest(await this.questions.findBy({ id: request.questionId }));
    return found ?? null;
  }

  /** Requests to these services since then, the newest first, behind that one; `invalid` where it is none of them, or is not there any more. */
  async listAsked(
    serviceIds: readonly string[],
    since: Date,
    after: string | null,
    limit: number,
  ): Promise<readonly { readonly id: string; readonly questionId: string }[]> {
    const { manager } = this.unit;
    if (after !== null && !(await CAPACITY_SQL.isAskedOf.first(manager, [serviceIds, after]))?.isAsked)
      throw noSuchPage();
    if (serviceIds.length === 0) return [];
    return CAPACITY_SQL.askedOf.readRows(manager, [serviceIds, since, after, limit]);
  }

  async listQuestions(ids: readonly string[]): Promise<readonly KeptQuestion[]> {
    if (ids.length === 0) return [];
    return this.withRest(await this.questions.findBy({ id: In([...ids]) }));
  }

  countSince(caseFileId: string, since: Date): Promise<number> {
    return this.questions.countBy({ caseFileId, askedAt: MoreThan(since) });
  }

  /** By service, how many places it holds now for children of other cases: told to nobody, it says whether a yes is to be confirmed. */
  async countHeldForOthers(
    caseFileId: string,
    serviceIds: readonly string[],
  ): Promise<ReadonlyMap<string, number>> {
    if (serviceIds.length === 0) return new Map();
    const now = new Date(this.unit.now());
    const found = await this.unit.asSystem('system:record', () =>
      CAPACITY_SQL.heldForOthers.readRows(this.unit.manager, [serviceIds, caseFileId, now]),
    );
    return new Map(found.map(({ serviceId, held }) => [serviceId, held]));
  }

  /** Answers of one request wait for each other, whoever gives them. */
  lockRequest(requestId: string): Promise<void> {
    return CAPACITY_SQL.lockRequest(this.unit.manager, [requestId]);
  }

  /** `byId`: `null`, by the link of the request, or by itself. */
  async addEvent(
    { question }: Pick<KeptQuestion, 'question'>,
    key: DataKey,
    {
      kind,
      requestId,
      reason = null,
      heldUntil = null,
      sharingId = null,
      words = NO_CAPACITY_WORDS,
    }: CapacityHappened,
    byId: string | null,
  ): Promise<void> {
    const id = randomUUID();
    const { id: questionId, caseFileId, teamId } = question;
    await this.events.insert({
      ...{ id, questionId, requestId, caseFileId, teamId, kind, reason, heldUntil, sharingId, byId },
      ...{ at: new Date(this.unit.now()), keyId: key.id },
      content: this.secrecy.seal(key, rowOf(CapacityEventEntity, { id }), 'content', words),
    });
    // A place that is held changes the need once it is held no more.
    if (!['taken', 'referred', 'told', 'reminded'].includes(kind))
      await this.settling.settleAfter(id, heldUntil);
    if (heldUntil !== null) await this.settling.settleNow(id);
  }

  openWords(key: DataKey, event: KeptCapacityEvent): CapacityWords {
    return this.secrecy.openColumn(key, event, 'content');
  }

  /** `file`: of which they are; left out, whoever reads is asked, and knows of nobody who is kept away. */
  private async withRest(
    questions: readonly CapacityQuestionEntity[],
    file?: CaseOfQuestions,
  ): Promise<readonly KeptQuestion[]> {
    if (questions.length === 0) return [];
    const kept = file && (await this.kept.listServices(file));
    const ofThese = { questionId: In(questions.map(({ id }) => id)) };
    const requests = Map.groupBy(
      await this.requests.find({ where: ofThese, order: { id: 'ASC' } }),
      ({ questionId }) => questionId,
    );
    const events = Map.groupBy(
      await this.events.find({ where: ofThese, order: { at: 'ASC', id: 'ASC' } }),
      ({ questionId }) => questionId,
    );
    return questions.map((question) => {
      const asked = requests.get(question.id) ?? [];
      const away = asked.filter(({ serviceId }) => kept?.has(serviceId));
      return {
        ...{ question, requests: asked, events: events.get(question.id) ?? [] },
        keptAway: new Set(away.map(({ id }) => id)),
      };
    });
  }
}

/** A question, as far as its state is found from it. */
export const historyOf = ({ question, requests, events, keptAway }: KeptQuestion): CapacityHistory => ({
  requestIds: requests.map(({ id }) => id),
  keptAway,
  dueAt: question.dueAt.getTime(),
  events: events.map(({ kind, requestId, heldUntil }) => ({
    ...{ kind, requestId },
    heldUntil: heldUntil && heldUntil.getTime(),
  })),
});
