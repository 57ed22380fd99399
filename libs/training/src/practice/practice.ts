import {
  type Actor,
  type Command,
  commandOf,
  type CompiledProtocol,
  describeEntry,
  type JournalEntry,
  type ProtocolSet,
  type Reason,
  type Scenario,
} from '@repere/case-engine';
import { type Territory, TooMuchWorkError } from '@repere/feel';
import type { ExampleLine, TrainingScenario } from '@repere/protocol';
import type { FollowedStory } from './follow-story';
import { PendingEvents } from './pending-events';
import type { Arrived, Attempt, PracticeAct, PracticeMoment, PracticeRefusal } from './practice-act';
import type { ReasonRating } from '../score/reason-rubric';
import type { GivenChoice } from '../score/score-types';
import { nameOfLine } from './name-of-line';
import { beginPractice, timeIn } from './begin-practice';

/** How far time may run from the beginning: longer than any scenario, and no work without end. */
const FARTHEST_MS = 2 * 366 * 86_400_000;

/**
 * A fictional case that is practised on: acts in, moments out. It goes only forwards; who goes back takes a branch, which leaves this run
 * as it is. The same acts always come to the same journal. The scenario has passed the checker.
 */
export class Practice {
  readonly moments: PracticeMoment[] = [];
  readonly acts: PracticeAct[] = [];
  /** Question → the choice that stands: whoever practises here answers for all. */
  readonly answers = new Map<string, readonly GivenChoice[]>();
  /** Expectations that the trainer saw met, each with when. */
  readonly ticks = new Map<string, number>();
  readonly attempts: Attempt[] = [];
  /** It is counted once whoever practises says that they are done. */
  readonly isOver = true;
  /** Reasons are rated in a training space, where somebody leads: here nobody does. */
  readonly ratings: ReadonlyMap<string, ReasonRating> = new Map();
  /** Lines of `before`, and of injects, that the engine did not take, in words: faults of the scenario, or of how this run went. */
  readonly untold: string[] = [];
  private readonly played: Scenario;
  private readonly pending: PendingEvents;
  private told = 0;

  constructor(
    readonly set: ProtocolSet,
    readonly scenario: TrainingScenario,
    readonly territory: Territory,
    acts: readonly PracticeAct[] = [],
  ) {
    this.played = beginPractice(set, scenario, territory);
    this.pending = new PendingEvents(set, scenario, territory);
    for (const line of scenario.before ?? []) this.doBefore(line);
    this.played.advance(timeIn(territory, scenario.begins));
    this.told = 0;
    this.note(null, []);
    this.deliver();
    for (const act of acts) this.perform(act);
  }

  get now(): number {
    return this.played.now;
  }

  get journal(): readonly JournalEntry[] {
    return this.played.journal;
  }

  /** Protocol of each run, by its id. */
  get runs(): ReadonlyMap<string, CompiledProtocol> {
    return new Map(this.played.fold.runs.map(({ runId, protocol }) => [runId, protocol] as const));
  }

  /** Where somebody goes on who has the journal alone. */
  get place(): FollowedStory {
    const { pending, now: at, journal } = this;
    return {
      ...{ seq: journal.at(-1)?.seq ?? 0, at, memory: pending.readMemory() },
      ...{ nextAt: pending.nextDueAt(), watchesCase: pending.watchesCase },
    };
  }

  get last(): PracticeMoment {
    const moment = this.moments.at(-1);
    if (!moment) throw new RangeError('Practising has no moment');
    return moment;
  }

  /** Does it, or says why not; what the engine refuses is a moment of the run as well. */
  perform(act: PracticeAct): PracticeRefusal {
    switch (act.kind) {
      case 'wait':
        return this.wait(act);
      case 'answer': {
        const question = this.scenario.questions?.find(({ id }) => id === act.question);
        if (!question?.choices.some(({ id }) => id === act.choice)) return { ok: false, code: 'unknown' };
        this.acts.push(act);
        const { question: asked, choice } = act;
        if (!this.answers.has(asked))
          this.answers.set(asked, [{ choice, times: 1, at: this.now, isForAll: true }]);
        this.note(act, []);
        return { ok: true };
      }
      case 'tick': {
        const known = this.scenario.expectations.some((it) => it.id === act.expectation && it.ticked);
        if (!known) return { ok: false, code: 'unknown' };
        this.acts.push(act);
        if (act.seen) this.ticks.set(act.expectation, this.ticks.get(act.expectation) ?? this.now);
        else this.ticks.delete(act.expectation);
        this.note(act, []);
        return { ok: true };
      }
      case 'line':
        return this.doLine(act);
    }
  }

  /** Another run with the same past up to this moment; this one stays. */
  branchAt(place: number): Practice {
    const moment = this.moments[place];
    if (!moment) throw new RangeError(`No moment ${place}`);
    const acts = this.acts.slice(0, moment.acts);
    // Something came about while time ran on to an act: the branch stops there, before it.
    const isOnTheWay = moment.act !== null && moment.arrived.length > 0;
    if (!isOnTheWay) return new Practice(this.set, this.scenario, this.territory, acts);
    const branch = new Practice(this.set, this.scenario, this.territory, acts.slice(0, -1));
    if (moment.at > branch.now) branch.perform({ kind: 'wait', until: moment.at });
    return branch;
  }

  private wait(act: PracticeAct & { readonly kind: 'wait' }): PracticeRefusal {
    const problem = this.mayRunTo(act.until);
    if (problem) return { ok: false, code: problem };
    this.acts.push(act);
    this.runTo(act.until, act);
    if (this.last.act !== act || this.last.at < act.until) this.note(act, []);
    return { ok: true };
  }

  private mayRunTo(until: number): 'past' | 'too-far' | 'malformed' | null {
    if (!Number.isFinite(until)) return 'malformed';
    if (until <= this.now) return 'past';
    return until > timeIn(this.territory, this.scenario.begins) + FARTHEST_MS ? 'too-far' : null;
  }

  /** Stops wherever something comes about, which is a moment of its own. */
  private runTo(until: number, act: PracticeAct): void {
    for (;;) {
      this.played.advance(this.pending.nextStop(this.played, until));
      this.deliver(act);
      if (this.now >= until) return;
    }
  }

  private doLine(act: PracticeAct & { readonly kind: 'line' }): PracticeRefusal {
    const { line } = act;
    if (line.at !== undefined) {
      const at = timeIn(this.territory, line.at);
      if (at > this.now) {
        const problem = this.mayRunTo(at);
        if (problem) return { ok: false, code: problem };
        this.runTo(at, act);
      }
    }
    this.acts.push(act);
    const asked = commandOf(this.played, line);
    if (typeof asked === 'string') {
      const reasons = [{ code: 'malformed', text: { fr: asked, en: asked } }];
      this.note(act, reasons);
      return { ok: false, code: 'refused', reasons };
    }
    const reasons = this.carryOut(asked);
    if (reasons.length > 0) this.attempted(asked.command, reasons);
    this.note(act, reasons);
    this.deliver();
    return reasons.length > 0 ? { ok: false, code: 'refused', reasons } : { ok: true };
  }

  private carryOut({
    command,
    actor,
  }: {
    readonly command: Command;
    readonly actor: Actor;
  }): readonly Reason[] {
    try {
      const decision = this.played.decide(command, actor);
      if (!decision.ok) return decision.reasons;
      this.played.apply(decision.entries);
      return [];
    } catch (error) {
      if (error instanceof TooMuchWorkError) return [{ code: 'too-much-work', text: error.reason }];
      throw error;
    }
  }

  private attempted(command: Command, reasons: readonly Reason[]): void {
    const { runId = '', step = '' } = 'step' in command ? command : {};
    this.attempts.push({ at: this.now, runId, step, reasons });
  }

  private doBefore(line: ExampleLine): void {
    if (line.at !== undefined) this.played.advance(Math.max(this.now, timeIn(this.territory, line.at)));
    this.playWorld(line);
  }

  private playWorld(line: ExampleLine): void {
    const asked = commandOf(this.played, line);
    const problems = typeof asked === 'string' ? [asked] : this.carryOut(asked).map(({ text }) => text.en);
    this.untold.push(...problems.map((it) => `${nameOfLine(line) ?? ''}: ${it}`));
  }

  /** Whatever has come about by now, one moment each: what it brings may bring about the next. */
  private deliver(act: PracticeAct | null = null): void {
    for (
      let next = this.pending.takeNextDue(this.played);
      next;
      next = this.pending.takeNextDue(this.played)
    ) {
      // The world goes on, whether or not there is a step to record it in.
      for (const line of next.beat.do ?? []) this.playWorld(line);
      this.note(act, [], [{ beat: next.beat, at: this.now, isInject: next.isInject }]);
    }
  }

  private note(act: PracticeAct | null, refused: readonly Reason[], arrived: readonly Arrived[] = []): void {
    const { played } = this;
    const { runs } = this;
    const fresh = played.journal.slice(this.told);
    this.told = played.journal.length;
    this.moments.push({
      place: this.moments.length,
      at: played.now,
      act,
      acts: act !== null && this.acts.at(-1) !== act ? this.acts.length + 1 : this.acts.length,
      // A story is put into its own journal as a note.
      entries: fresh
        .filter((it) => it.kind !== 'note-added' || it.enteredBy !== 'story')
        .map((entry) => describeEntry(this.set, runs, entry)),
      journal: played.journal.length,
      refused,
      arrived,
      state: played.state,
    });
  }
}
