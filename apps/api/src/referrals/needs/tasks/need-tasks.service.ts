import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CaseRow } from '../../../cases/reading/case-row';
import { Jobs } from '../../../platform/jobs/jobs';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { outcomeOf, stateOf, takenSince } from '../../answers/referral-state';
import type { NeedTaskKind } from '../../../cases/worklist/need-tasks.query';
import type { NeedTaskEntity } from '../../entities/need-task.entity';
import { ENDS_OF_NEED } from '../../entities/unmet-need-event.entity';
import { type NeedPast, type NeedStanding, standingOf } from '../need-standing';
import { unseenBy } from '../../messages/message-state';
import type { NeedOfCase } from '../needs-of-case';
import { NeedTasksRepository } from './need-tasks.repository';
import { TASK_BEGAN, TASK_LATE } from './need-task-job';
import { dueAfter, HOUR, paceOf } from './our-hours';

/** Hours after a yes in which the child is received (TOOL), unless the yes says when, of what is needed at once no later; then as many more as above until supervisors are told. */
const RECEIVED_HOURS = { atOnce: 4, otherwise: 168 } as const;

/**
 * A no, another offer and a silence leave something to do: the next one is to be asked, or it is said that nobody meets the need. A yes
 * as well: the child arrives there, or somebody finds out why not. So does what a service writes, beside these: somebody reads it. Where
 * services that were looked for shut the child out by age, the first one is to be asked, or somebody says what came of the need.
 */
@Injectable()
export class NeedTasks {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tasks: NeedTasksRepository,
    private readonly jobs: Jobs,
  ) {}

  /** Under the lock of the case. How many tasks came or went. */
  async settleTask(
    { id: caseFileId, teamId }: Pick<CaseRow, 'id' | 'teamId'>,
    need: NeedOfCase,
  ): Promise<number> {
    const now = this.unit.now();
    const { state } = standingOf(need.past, now);
    const wanted = [nextTask(need, state, now), ...laterTasks(need, now), readingTask(need)].filter(
      (it) => it !== null,
    );
    const all = await this.tasks.ofNeed(caseFileId, need);
    const found = all.filter(({ kind }) => kind !== 'age-gap');
    const isOver = ENDS_OF_NEED.some((kind) => kind === state);
    for (const { id, kind } of all) if (kind === 'age-gap' && isOver) await this.tasks.removeTask(id);
    const over = found.filter((task) => !wanted.some((it) => isTask(task, it)));
    for (const { id } of over) await this.tasks.removeTask(id);
    const missing = wanted.filter((it) => !found.some((task) => isTask(task, it)));
    for (const task of missing) await this.addTask({ caseFileId, teamId }, need, task);
    return over.length + missing.length;
  }

  private async addTask(
    about: Pick<NeedTaskEntity, 'caseFileId' | 'teamId'>,
    { need, needId }: NeedOfCase,
    task: WantedTask,
  ): Promise<void> {
    const id = randomUUID();
    const { kind, since, dueAt, lateAt, askerId } = task;
    await this.tasks.addTask({
      ...{ id, kind, ...about, need, needId, askerId },
      ...{ since: new Date(since), dueAt: new Date(dueAt), lateAt: new Date(lateAt) },
    });
    await this.jobs.addDue(TASK_BEGAN, id, new Date(TOLD_AT[kind](task)));
    await this.jobs.addDue(TASK_LATE, id, new Date(lateAt));
  }
}

/** What a need waits for: times in epoch milliseconds. */
interface WantedTask {
  readonly kind: Exclude<NeedTaskKind, 'age-gap'>;
  readonly since: number;
  readonly dueAt: number;
  readonly lateAt: number;
  /** Who asked, and is told beside those who follow the child. */
  readonly askerId: string | null;
}

/** A task of another moment is another one where that moved: a yes that came since, a message after those that were read. */
const BEGINS_ANEW: Readonly<Record<WantedTask['kind'], boolean>> = {
  ...{ 'ask-first': true, 'ask-next': false, receive: true, 'read-message': true },
};

const isTask = (task: NeedTaskEntity, { kind, since }: WantedTask): boolean =>
  task.kind === kind && !(BEGINS_ANEW[kind] && task.since.getTime() !== since);

/** When who follows the child gets word of it: of what is to be done now at once, of what a service does once it should have been. */
const TOLD_AT: Readonly<Record<WantedTask['kind'], (task: WantedTask) => number>> = {
  'ask-first': ({ since }) => since,
  'ask-next': ({ since }) => since,
  receive: ({ dueAt }) => dueAt,
  'read-message': ({ since }) => since,
};

/** What services wrote and nobody of ours marked as read, from the first of it. */
function readingTask({ need, referrals }: NeedOfCase): WantedTask | null {
  const [first] = referrals
    .flatMap(({ messages, sent }) =>
      unseenBy('team', messages).map(({ at }) => ({ since: at.getTime(), askerId: sent.byId })),
    )
    .toSorted((a, b) => a.since - b.since);
  if (!first) return null;
  const dueAt = dueAfter(need, first.since);
  return { kind: 'read-message', ...first, dueAt, lateAt: dueAt };
}

function nextTask(ofCase: NeedOfCase, state: NeedStanding['state'], now: number): WantedTask | null {
  const { need, past, referrals } = ofCase;
  const askerId = lastAsker(ofCase);
  const pace = paceOf(need);
  const lookedAt = past.unasked?.since ?? null;
  if (state === 'unasked' && lookedAt !== null) {
    const dueAt = dueAfter(need, lookedAt);
    return { kind: 'ask-first', since: lookedAt, dueAt, lateAt: dueAt, askerId };
  }
  if (state === 'open') {
    const dueAt = dueAfter(need, now);
    return { kind: 'ask-next', since: now, dueAt, lateAt: dueAt, askerId };
  }
  const since = state === 'met' ? awaitedSince(past, now) : null;
  if (since === null) return null;
  const usual = since + RECEIVED_HOURS[pace] * HOUR;
  const expected = expectedAt(referrals, since) ?? usual;
  // Who is expected in a week has no place tonight.
  const dueAt = pace === 'atOnce' ? Math.min(expected, usual) : expected;
  return { kind: 'receive', since, dueAt, lateAt: dueAfter(need, dueAt), askerId };
}

/**
 * A yes to what is needed at once, for another day, is no place tonight: the next one is asked. The child may arrive there on that day all
 * the same, whoever has them until then; that is watched until somebody says that they were received, or takes it back.
 */
const laterTasks = ({ need, referrals }: NeedOfCase, now: number): readonly WantedTask[] =>
  referrals.flatMap(({ sent, past, events }): readonly WantedTask[] => {
    if (stateOf(past, now) !== 'accepted' || takenSince(past, now) !== null) return [];
    const yes = events.findLast(({ kind }) => kind === 'accepted');
    if (!yes?.expectedAt) return [];
    const dueAt = yes.expectedAt.getTime();
    const lateAt = dueAfter(need, dueAt);
    return [{ kind: 'receive', since: yes.at.getTime(), dueAt, lateAt, askerId: sent.byId }];
  });

/** When a service accepted that nobody said to have received the child; `null`: none did, or somebody said that the need is met. */
function awaitedSince({ referrals, questions }: NeedPast, now: number): number | null {
  const states = referrals.map((it) => stateOf(it, now));
  if (states.includes('started') || referrals.some((it) => outcomeOf(it) === 'met')) return null;
  if (questions.some(({ events }) => events.some(({ kind }) => kind === 'met'))) return null;
  const times = referrals.flatMap((it) => takenSince(it, now) ?? []);
  return times.length === 0 ? null : Math.max(...times);
}

/** When the child is expected, as the yes of that moment said; `null`: it did not. */
function expectedAt(referrals: NeedOfCase['referrals'], since: number): number | null {
  const yes = referrals
    .flatMap(({ events }) => events)
    .find(({ kind, at }) => kind === 'accepted' && at.getTime() === since);
  return yes?.expectedAt?.getTime() ?? null;
}

/** Who asked last, by question or by referral. */
function lastAsker({ questions, referrals }: NeedOfCase): string | null {
  const asked = [
    ...questions.map(({ question: { askedAt, byId } }) => ({ at: askedAt, byId })),
    ...referrals.map(({ sent: { at, byId } }) => ({ at, byId })),
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return asked.at(-1)?.byId ?? null;
}
