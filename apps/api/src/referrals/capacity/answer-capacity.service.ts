import { Injectable } from '@nestjs/common';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import type { DataKey } from '../../platform/secrecy/key-store';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { soughtState, standingOf } from '../needs/need-standing';
import { NeedsOfCase } from '../needs/needs-of-case';
import { OneAtATime } from '../needs/one-at-a-time';
import { NothingAsked } from '../taken-back/nothing-asked';
import { ReferralEventsRepository } from '../answers/referral-events.repository';
import { foreignField, missingField, reasonOfNo } from '../answers/missing-field';
import type { AnswerCapacityDto, RecordCapacityUnmetDto } from './capacity.dto';
import { isCapacityAnswer, isClosed } from './capacity-state';
import { CapacityRepository, historyOf, type KeptQuestion } from './capacity.repository';
import { OwnServicesQuery } from './own-services.query';

const HOUR = 3_600_000;
/** A yes pressed twice holds a place until two moments: as near as this, they are one. */
const SAME_PRESS = 10 * 60_000;
/** Answers of one service to one question; whoever is told more by telephone notes it in their own name. */
const MOST_ANSWERS = 20;

/** Who answers; `most`: how many answers there may be. */
interface Answering {
  readonly byId: string | null;
  readonly key: DataKey;
  readonly most: number | null;
}

/** What services answer to a question for a place: by an account of theirs, by the link, or as a worker was told by telephone. */
@Injectable()
export class AnswerCapacityService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly capacity: CapacityRepository,
    private readonly own: OwnServicesQuery,
    private readonly secrecy: Secrecy,
    private readonly oneAtATime: OneAtATime,
    private readonly needs: NeedsOfCase,
    private readonly referrals: ReferralEventsRepository,
    private readonly over: NothingAsked,
  ) {}

  /** By a member of the service. What is not asked of a service of theirs isn’t there. */
  async answerOwn(requestId: string, body: AnswerCapacityDto): Promise<void> {
    if (!(await this.own.isOwn(requestId))) throw new Refusal('not-found');
    const byId = this.unit.account.id;
    await this.unit.asSystem('system:record', async () => {
      const caseFileId = await this.settleAnswer(requestId, body, byId);
      await this.unit.recordEvent({ type: 'capacity.answer', caseFileId, payload: noteOf(requestId, body) });
    });
    // Who repeats it, since no answer came, is told again that it was kept: the key of the case is not theirs.
    this.unit.aboutNone();
  }

  /** By the link: as the system, which has found that it holds. */
  async answerByLink(requestId: string, body: AnswerCapacityDto): Promise<void> {
    await this.settleAnswer(requestId, body, null);
  }

  /** As it was told by telephone. The case is locked. */
  async recordAnswer(file: LoadedCase, requestId: string, body: AnswerCapacityDto): Promise<void> {
    const { kept } = await this.capacity.findRequest(file, requestId);
    if (body.answer === 'yes') await this.oneAtATime.checkPlace(file, kept, requestId);
    await this.answerKept(requestId, body, { byId: this.unit.account.id, key: file.key, most: null });
  }

  /** Services are told that nobody looks any more, and are asked no more. The need stays open: a press meets nothing. Once, however often it is pressed. */
  async closeQuestion(file: LoadedCase, questionId: string): Promise<void> {
    const kept = await this.findQuestion(file, questionId);
    if (isClosed(kept.events)) return;
    await this.capacity.addEvent(kept, file.key, { kind: 'closed', requestId: null }, this.unit.account.id);
    await this.over.tellOfQuestion(questionId);
    this.unit.notes({ question: questionId });
  }

  /** Somebody covers the need, whoever it is: services are asked no more, and the gap is closed. */
  async recordMet(file: LoadedCase, questionId: string): Promise<void> {
    const kept = await this.findQuestion(file, questionId);
    if (kept.events.some(({ kind }) => kind === 'met')) return;
    await this.capacity.addEvent(kept, file.key, { kind: 'met', requestId: null }, this.unit.account.id);
    if (!isClosed(kept.events)) await this.over.tellOfQuestion(questionId);
    this.unit.notes({ question: questionId });
  }

  /** Nobody has a place, whether or not services are still asked: with how many were. */
  async recordUnmet(file: LoadedCase, questionId: string, { reason }: RecordCapacityUnmetDto): Promise<void> {
    const kept = await this.findQuestion(file, questionId);
    const { past } = await this.needs.ofNeed(file, kept.question.need);
    const state = soughtState(historyOf(kept), this.unit.now());
    if (state === 'unmet') return;
    if (state !== 'open' || standingOf(past, this.unit.now()).state === 'met')
      throw refused(
        'need-not-open',
        'Une réponse est encore attendue, une place est tenue, ou le besoin est couvert.',
        'An answer is still awaited, a place is held, or the need is met.',
      );
    await this.capacity.addEvent(
      kept,
      file.key,
      { kind: 'unmet', requestId: null, reason },
      this.unit.account.id,
    );
    this.unit.notes({ question: questionId, reason, asked: kept.requests.length });
  }

  async findQuestion(file: LoadedCase, questionId: string): Promise<KeptQuestion> {
    const kept = await this.capacity.findQuestion(file, questionId);
    if (!kept) throw new Refusal('not-found');
    return kept;
  }

  /** Id of the case. */
  private async settleAnswer(
    requestId: string,
    body: AnswerCapacityDto,
    byId: string | null,
  ): Promise<string> {
    const kept = await this.capacity.findByRequest(requestId);
    const request = kept?.requests.find(({ id }) => id === requestId);
    if (!kept || !request) throw new Refusal('not-found');
    // On the stream of the case: who answers sees nothing of it by that.
    this.unit.aboutCase(kept.question.caseFileId);
    const key = await this.secrecy.openDataKey(request.keyId);
    await this.answerKept(requestId, body, { byId, key, most: MOST_ANSWERS });
    return kept.question.caseFileId;
  }

  /** The same answer once more is the answer that there is. Of two at the same moment the second waits, and finds the first. */
  private async answerKept(
    requestId: string,
    body: AnswerCapacityDto,
    { byId, key, most }: Answering,
  ): Promise<void> {
    const { answer, heldHours, reason, words, whomToCall } = body;
    if (answer === 'yes' && heldHours === undefined)
      throw missingField(
        'heldHours',
        'Dites jusqu’à quand la place est tenue.',
        'Say until when the place is held.',
      );
    if (answer === 'no' && reason === undefined) throw missingField('reason', 'Dites pourquoi.', 'Say why.');
    if (answer === 'other-offer' && words === undefined)
      throw missingField('words', 'Dites ce que vous proposez.', 'Say what you offer.');
    if (answer === 'elsewhere' && words === undefined)
      throw missingField('words', 'Dites pour qui.', 'Say for whom.');
    if (answer !== 'no' && reason !== undefined) throw reasonOfNo();
    if (answer !== 'yes' && heldHours !== undefined)
      throw foreignField(
        'heldHours',
        'Une place n’est tenue que par un oui.',
        'A place is held by a yes alone.',
      );
    await this.capacity.lockRequest(requestId);
    const kept = await this.capacity.findByRequest(requestId);
    if (!kept) throw new Refusal('not-found');
    if (isClosed(kept.events)) throw noLongerAsked();
    const heldUntil = answer === 'yes' && heldHours !== undefined ? this.unit.now() + heldHours * HOUR : null;
    const said = { words: words ?? null, whomToCall: whomToCall ?? null };
    const why = answer === 'no' ? (reason ?? null) : null;
    const answers = kept.events.filter((it) => it.requestId === requestId && isCapacityAnswer(it.kind));
    const last = answers.at(-1);
    if (last?.kind === answer && last.reason === why && isNear(last.heldUntil, heldUntil)) {
      const before = this.capacity.openWords(key, last);
      if (before.words === said.words && before.whomToCall === said.whomToCall) return;
    }
    if (most !== null && answers.length >= most) throw tooManyAnswers();
    await this.capacity.addEvent(
      kept,
      key,
      {
        ...{ kind: answer, requestId, reason: why, words: said },
        heldUntil: heldUntil === null ? null : new Date(heldUntil),
      },
      byId,
    );
    await this.passOn(kept, key, requestId, body, byId);
    this.unit.notes(noteOf(requestId, body));
  }

  /** Who was told who the child is, and takes them no more, says so where it was asked first: its referral hears of it as well. */
  private async passOn(
    { events }: KeptQuestion,
    key: DataKey,
    requestId: string,
    { answer, reason, words, whomToCall }: AnswerCapacityDto,
    byId: string | null,
  ): Promise<void> {
    const told = events.findLast((it) => it.requestId === requestId && it.kind === 'told')?.sharingId;
    const sent = told && answer !== 'yes' ? await this.referrals.findSent(told) : null;
    if (!told || !sent || answer === 'yes') return;
    if (await this.referrals.hasAny(told, ['withdrawn', 'ended'])) return;
    const happened = {
      kind: answer === 'no' ? ('refused' as const) : answer,
      reason: answer === 'no' ? (reason ?? null) : null,
      words: { words: words ?? null, byWhen: null, whomToCall: whomToCall ?? null },
    };
    if (byId === null) await this.referrals.addByLink(sent, key, happened);
    else await this.referrals.addEvent(sent, key, happened);
  }
}

const noteOf = (request: string, { answer, reason, heldHours, words, whomToCall }: AnswerCapacityDto) => ({
  ...{ request, answer },
  ...(answer === 'no' && reason !== undefined && { reason }),
  ...(answer === 'yes' && heldHours !== undefined && { heldHours }),
  ...(words !== undefined && { words }),
  ...(whomToCall !== undefined && { whomToCall }),
});

const isNear = (before: Date | null, now: number | null): boolean =>
  before === null || now === null
    ? before === null && now === null
    : Math.abs(now - before.getTime()) < SAME_PRESS;

const noLongerAsked = (): Refusal =>
  refused(
    'no-longer-asked',
    'Cette question est close : on ne cherche plus de place. Merci.',
    'This question is closed: nobody looks for a place any more. Thank you.',
  );

const tooManyAnswers = (): Refusal =>
  refused(
    'too-many-answers',
    `Vous avez déjà répondu ${String(MOST_ANSWERS)} fois à cette question. Appelez l’équipe qui la pose.`,
    `You answered this question ${String(MOST_ANSWERS)} times already. Call the team that asks.`,
  );
