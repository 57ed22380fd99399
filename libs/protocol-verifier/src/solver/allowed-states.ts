import { isSaidByItem } from '@repere/protocol';
import {
  answerReader,
  type CaseFold,
  type CaseState,
  type CompiledFact,
  type CompiledProtocol,
  type CompiledStep,
  ENDED,
  factReader,
  isInEffect,
  isMissingRequirements,
  momentOf,
  opensAt,
  readOfStep,
  readOutcome,
  type RunFold,
  stepState,
  testIn,
} from '@repere/case-engine';
import { type ListValue, reached, type Value } from '@repere/feel';
import { askEach } from './ask-solver';
import type { Encoding, Solve, StepMark } from './solver-types';
import { EncodedWorld, ONLY_CHILD } from './world/encode-world';
import { runsKey } from './encode/encode-word';
import { isValue } from './encode/is-value';
import { Query } from './query';
import { and, implies, not, or, type Smt, TRUE } from './smt';
import { markName } from './world/step-marks';
import { READING_NOTHING } from './encode/world';

const MARKS: readonly StepMark[] = [
  'in-effect',
  'pending',
  'waits',
  'approved',
  'reopened',
  'to-confirm',
  'waived',
  'owing',
  'time-came',
];

/**
 * Whether the encoding allows what the engine reached: the check that *proven* rests on. Facts and marks are set to what they
 * are in a state, and states of steps, derived values, outcome and safeguards must be able to be what the engine says.
 */
export class AllowedStates {
  private readonly query: Query;
  private readonly world: EncodedWorld;
  private readonly protocol: CompiledProtocol;
  private readonly goals: Smt[] = [];

  constructor(encoding: Encoding, protocol: string) {
    const compiled = encoding.subjects.get(protocol);
    if (!compiled) throw new RangeError(`No protocol ${protocol}`);
    this.protocol = compiled;
    this.query = new Query(encoding, true);
    this.world = new EncodedWorld(this.query, ONLY_CHILD, protocol);
    // Everything is asked for once, so that the script holds it.
    this.readings(null, null);
    this.query.text();
  }

  /** Adds a state of a case to the question; the run is one of the protocol. */
  addState(state: CaseState, runId: string): void {
    const fold = state.readFold();
    const run = fold.findRun(runId);
    if (!run) throw new RangeError(`No run ${runId}`);
    this.goals.push(and(...this.facts(fold, run), ...this.marks(fold, run), ...this.readings(fold, run)));
  }

  /** Places of the added states that the encoding does not allow, and of those that the solver left undecided. */
  async findRefused(solve: Solve): Promise<readonly number[]> {
    const answers = await askEach(this.query, this.goals.splice(0), solve);
    return answers.flatMap((is, place) => (is === 'sat' ? [] : [place]));
  }

  /** The runs that the encoding speaks of: this one, and of the other subjects the latest. */
  private runs(fold: CaseFold, run: RunFold): readonly (readonly [CompiledProtocol, RunFold | null])[] {
    return [...this.query.encoding.subjects.values()].map((it) =>
      it === this.protocol
        ? [it, run]
        : [it, fold.runs.findLast(({ protocol }) => protocol.id === it.id) ?? null],
    );
  }

  private facts(fold: CaseFold, run: RunFold): readonly Smt[] {
    const { set } = this.query.encoding;
    const own = this.runs(fold, run).flatMap(([protocol, of]) =>
      protocol.ownFacts.map((fact) => [fact, of] as const),
    );
    return [...set.sharedFacts.map((fact) => [fact, run] as const), ...own]
      .filter(([fact]) => this.query.facts.has(fact.key))
      .flatMap(([fact, of]) => this.factIs(fold, fact, of));
  }

  private factIs(fold: CaseFold, fact: CompiledFact, run: RunFold | null): readonly Smt[] {
    const value = run ? within(fold, run, () => factReader(fact)(fold)) : null;
    if (fact.list) return this.listIs(fact, value as ListValue | null);
    const is = [isValue(this.world.fact(fact), value)];
    if (!this.query.script.has(`${fact.key}:refused`) || isSaidByItem(fact.definition)) return is;
    const answer = run ? within(fold, run, () => answerReader(fact)(fold)) : 'not-asked';
    return [...is, isValue(this.world.answerTerm(fact), answer)];
  }

  /** Each named row is one of the rows, or isn't there. */
  private listIs(fact: CompiledFact, list: ListValue | null): readonly Smt[] {
    const { script } = this.query;
    const closed = script.constant(`${fact.key}:closed`);
    const rows = this.query.namedRows(fact.key).map((name) => {
      const term = this.world.plainRow(fact, name);
      const isOne = (list?.rows ?? []).map((row) =>
        and(...[...term.fields].map((id) => isValue(term.field(id), row.fields[id] ?? null))),
      );
      return implies(script.constant(`${name}:there`), or(...isOne));
    });
    return [list?.closed ? closed : not(closed), ...rows];
  }

  private marks(fold: CaseFold, run: RunFold): readonly Smt[] {
    const { script } = this.query;
    const ofSteps = this.runs(fold, run).flatMap(([protocol, of]) =>
      protocol.steps.flatMap((step) => MARKS.map((mark) => this.markIs(fold, protocol, of, step, mark))),
    );
    const started = [...this.query.encoding.set.protocols.keys()]
      .filter((it) => script.has(`started(${it})`))
      .map((it) => {
        const is = script.constant(`started(${it})`);
        return fold.runs.some(({ protocol }) => protocol.id === it) ? is : not(is);
      });
    return [...ofSteps, ...started, ...this.otherRuns(fold)];
  }

  private markIs(
    fold: CaseFold,
    protocol: CompiledProtocol,
    run: RunFold | null,
    step: CompiledStep,
    mark: StepMark,
  ): Smt {
    // Only what the script speaks of; of the protocol itself also what is said never to be.
    const isAsked = this.query.script.has(markName(protocol, step, mark)) || protocol === this.protocol;
    if (!isAsked || (mark === 'time-came' && step.opensAt === null)) return TRUE;
    // Approval of a fact of the case is the same for every run.
    if (run === null && mark === 'approved' && step.decides?.isShared) return TRUE;
    const is = this.world.mark(protocol, step.index, mark);
    const isSet = run !== null && within(fold, run, () => hasMark(fold, run, step, mark));
    return isSet ? is : not(is);
  }

  /** Each named run of a protocol that runs many times is one of its runs, or isn't there. */
  private otherRuns(fold: CaseFold): readonly Smt[] {
    const { script } = this.query;
    return [...fold.set.protocols.keys()].flatMap((protocol) => {
      const list = runsKey(protocol);
      if (!this.query.lists.includes(list)) return [];
      const runs = fold.runs.filter((it) => it.protocol.id === protocol);
      return this.query.namedRows(list).map((name) => {
        const isOne = runs.map((it) =>
          and(
            ...[...this.query.memo].flatMap(([key, term]) => {
              if (key.startsWith(`value ${name}.outcome `)) return [isValue(term, readOutcome(fold, it))];
              return key.startsWith(`value ${name}.ended `) ? [isValue(term, hasEnded(fold, it))] : [];
            }),
          ),
        );
        return implies(script.constant(`${name}:there`), or(...isOne));
      });
    });
  }

  /** What conditions read, as the engine says it is. Without a state: only asked for. */
  private readings(fold: CaseFold | null, run: RunFold | null): readonly Smt[] {
    const { protocol, world } = this;
    const read = <T>(reader: (fold: CaseFold, run: RunFold) => T): T | null =>
      fold && run ? within(fold, run, () => reader(fold, run)) : null;
    const states = protocol.steps.map(({ index }) =>
      isValue(
        world.state(protocol, index, READING_NOTHING),
        read((env, of) => stepState(env, of, index)),
      ),
    );
    const derived = protocol.derived.map((expression, index) =>
      isValue(
        world.derived(protocol, index, READING_NOTHING),
        read((env) => expression.evaluate(env)) as Value,
      ),
    );
    const guards = protocol.safeguards.map(({ definition, condition }) =>
      isValue(
        world.test(protocol, definition.always ?? definition.never, -1, READING_NOTHING),
        read((env, of) => testIn(env, of, -1, condition)),
      ),
    );
    const moments = [...this.query.encoding.set.moments.keys()].map((id) =>
      isValue(
        world.reached(id),
        read((env) => reached(momentOf(env, id), env.now)),
      ),
    );
    const outcome = isValue(
      world.outcome(protocol, READING_NOTHING),
      read((env, of) => readOutcome(env, of)),
    );
    return [...states, ...derived, ...guards, ...moments, outcome];
  }
}

/** Reads about a run, and of no step, as conditions do. */
function within<T>(fold: CaseFold, run: RunFold, read: () => T): T {
  const { run: outer, step } = fold;
  fold.run = run;
  fold.step = -1;
  const value = read();
  fold.run = outer;
  fold.step = step;
  return value;
}

function hasMark(fold: CaseFold, run: RunFold, step: CompiledStep, mark: StepMark): boolean {
  const { index } = step;
  const pending = run.pendingOf(index);
  switch (mark) {
    case 'in-effect':
      return isInEffect(run, index);
    case 'pending':
      return pending !== null;
    case 'waits':
      return pending?.some((it) => fold.entryStatusOf(it)?.waits === true) ?? false;
    case 'approved':
      return readOfStep(fold, run, 'approved', index) === true;
    case 'reopened':
      return run.reopened.marksOf(index) >= 0;
    case 'to-confirm':
      return run.toConfirm.marksOf(index) >= 0;
    case 'waived':
      return run.waived.marksOf(index) >= 0;
    case 'owing':
      return isMissingRequirements(fold, run, step);
    case 'time-came': {
      const at = opensAt(fold, run, step);
      return at !== null && at <= fold.now;
    }
  }
}

function hasEnded(fold: CaseFold, run: RunFold): boolean {
  return run.protocol.steps.every((it) => ENDED.has(stepState(fold, run, it.index)));
}
