import type { CaseFold, CaseState, CompiledProtocol, RunFold } from '@repere/case-engine';
import { type Cone, coneOf } from '../classes/cone';
import { type Test, testOf, type Wanted } from '../classes/conjuncts';
import { countClasses } from '../classes/count-classes';
import type { Truncation } from '../candidate-actions';
import type { Distance } from './row-distance';
import { distanceTo, distanceToStep } from './distance';
import { beginning, continued, type History, stateOf } from '../history';
import { type Limits, search } from '../search';
import { WORKER } from '../people';
import { seedsOf } from '../seeds';
import { seek } from '../seek';
import type { World } from '../world';

/** What was looked for, and how far. */
export interface Reached {
  readonly found: History | null;
  /** Empty: it can't happen. */
  readonly truncations: ReadonlySet<Truncation>;
  readonly facts: number;
  readonly classes: number;
  readonly states: number;
  readonly paths: number;
}

/** A run of the protocol, opened by a person: where its histories begin. */
export function opened(world: World, protocol: CompiledProtocol, cone?: Cone): History {
  const start = beginning(world, cone?.protocols);
  const command = { kind: 'open-run', protocol: protocol.id, version: protocol.version } as const;
  const after = continued(start, stateOf(world, start), { command, actor: WORKER });
  if (!after) throw new Error(`${protocol.id} can't be opened`);
  return after.history;
}

/** Whether some run of the protocol can come to be as wanted, in all its parts at once. */
export function reach(
  world: World,
  protocol: CompiledProtocol,
  wanted: readonly Wanted[],
  limits: Limits,
  steps: readonly string[] = [],
  extra: Test = () => true,
): Reached {
  const cone = coneOf(world, [{ protocol, conditions: wanted.map(({ text }) => text), steps }]);
  const test = testOf(protocol, wanted);
  const isFound = (state: CaseState): boolean => {
    const fold = state.readFold();
    return fold.runs.some((run) => run.protocol === protocol && test(fold, run) && extra(fold, run));
  };
  const searched = search(world, cone, [opened(world, protocol, cone)], isFound, limits);
  return { ...searched, facts: cone.facts.size + cone.fields.size, classes: countClasses(cone) };
}

/** The same from each moment of the worked examples that have a run of the protocol: what is one or two acts beside them. */
export function reachFromExamples(
  world: World,
  protocol: CompiledProtocol,
  wanted: readonly Wanted[],
  limits: Limits,
): Reached {
  const cone = coneOf(world, [{ protocol, conditions: wanted.map(({ text }) => text) }]);
  const test = testOf(protocol, wanted);
  const isFound = (state: CaseState): boolean => {
    const fold = state.readFold();
    return fold.runs.some((run) => run.protocol === protocol && test(fold, run));
  };
  const starts = seedsOf(world).filter(({ journal }) =>
    journal.some((it) => it.kind === 'run-opened' && it.protocol === protocol.id),
  );
  const searched = search(world, cone, starts, isFound, limits);
  return { ...searched, facts: cone.facts.size + cone.fields.size, classes: countClasses(cone) };
}

/** The same where breadth did not get there: what looks nearest first. A history, or no word on whether there is one. */
export function reachAnyhow(
  world: World,
  protocol: CompiledProtocol,
  wanted: readonly Wanted[],
  limits: Limits,
  step?: string,
  extra: Test = () => true,
): Reached {
  const conditions = wanted.map(({ text }) => text);
  const cone = coneOf(world, [{ protocol, conditions, steps: step === undefined ? [] : [step] }]);
  const test = testOf(protocol, wanted);
  const isOf = (fold: CaseFold, run: RunFold): boolean =>
    run.protocol === protocol && test(fold, run) && extra(fold, run);
  const start = opened(world, protocol, cone);
  // What holds already is no guide: it may have to be given up on the way.
  const fold = stateOf(world, start).readFold();
  const missing = wanted.filter((part) => !fold.runs.some((run) => testOf(protocol, [part])(fold, run)));
  const parts = distanceTo(world, protocol, missing);
  const toStep = step === undefined ? () => 0 : distanceToStep(world, protocol, step);
  const distance: Distance = (fold, run) =>
    run.protocol === protocol ? parts(fold, run) + toStep(fold, run) : Infinity;
  const isFound = (state: CaseState): boolean => {
    const now = state.readFold();
    return now.runs.some((run) => isOf(now, run));
  };
  const searched = seek(world, cone, start, distance, isFound, limits);
  return { ...searched, facts: cone.facts.size + cone.fields.size, classes: countClasses(cone) };
}

/**
 * Whether it can't happen because one part of it can't: a part stands on less than the whole, and is searched to the end
 * where the whole is too large.
 */
export function refutePart(
  world: World,
  protocol: CompiledProtocol,
  wanted: readonly Wanted[],
  limits: Limits,
): Reached | null {
  if (wanted.length < 2) return null;
  const sizeOf = (parts: readonly Wanted[]): number => {
    const cone = coneOf(world, [{ protocol, conditions: parts.map(({ text }) => text) }]);
    return cone.facts.size + cone.fields.size;
  };
  const whole = sizeOf(wanted);
  for (const part of wanted) {
    // A part that stands on nearly as much as the whole takes as long.
    if (sizeOf([part]) > whole / 2) continue;
    const reached = reach(world, protocol, [part], { ...limits, states: limits.states / 2 });
    if (!reached.found && reached.truncations.size === 0) return reached;
  }
  return null;
}
