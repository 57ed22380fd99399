import type { StepState } from '@repere/protocol';
import type { CompiledProtocol, CompiledStep } from '@repere/case-engine';
import { and, FALSE, not, or, type Smt, TRUE } from '../smt';
import { type CodeTerm, type Term, truth, type TruthTerm } from '../encode/truth-terms';
import type { Reading, World } from '../encode/world';

/** What a step's formulas need: its own conditions, and the same of the steps before it. */
export interface StepReader {
  readonly world: World;
  readonly protocol: CompiledProtocol;
  readonly reading: Reading;
  /** A condition of the step; exactly true where there is none. */
  test(source: string | undefined, step: number): TruthTerm;
}

/** Whether a step applies, as `stepApplies`. */
export function encodeApplies(step: CompiledStep, reader: StepReader): TruthTerm {
  const { definition, after } = step;
  const { script } = reader.world.query;
  const unless = definition.unless === undefined ? FALSE : reader.test(definition.unless, step.index).yes;
  const when = reader.test(definition.when, step.index);
  const isAfterNone = after.length === 0 ? FALSE : and(...after.map((it) => isOut(it, reader)));
  const no = script.name(or(unless, when.no, isAfterNone));
  return truth(script.name(and(not(no), when.yes)), no);
}

/** The state of a step, as `stepState`: which of them it is, always exactly one. */
export function encodeState(step: CompiledStep, reader: StepReader): CodeTerm {
  const { world, protocol } = reader;
  const mark = (name: Parameters<World['mark']>[2]): Smt => world.mark(protocol, step.index, name);
  const pending = mark('pending');
  const isDone = and(mark('in-effect'), not(mark('reopened')));
  const isOpen = or(pending, mark('owing'));
  const lines: (readonly [StepState, Smt])[] = [
    ['awaiting-approval', and(pending, mark('waits'))],
    ['to-confirm', mark('to-confirm')],
    ['done-to-approve', and(isDone, isOpen)],
    ['done', isDone],
    ['waived', mark('waived')],
    ...beforeDoing(step, reader),
  ];
  return firstOf(lines, reader);
}

/** The state of a step as if it had not been done yet, as `stateBeforeDoing`. */
export const encodeStateBeforeDoing = (step: CompiledStep, reader: StepReader): CodeTerm =>
  firstOf(beforeDoing(step, reader), reader);

/** The first line that holds. */
function firstOf(lines: readonly (readonly [StepState, Smt])[], { world }: StepReader): CodeTerm {
  const codes = new Map<string, Smt>();
  let above: Smt = FALSE;
  for (const [state, holds] of lines) {
    const is = and(holds, not(above));
    codes.set(state, or(codes.get(state) ?? FALSE, is));
    above = world.query.script.name(or(above, holds));
  }
  for (const [state, is] of codes) codes.set(state, world.query.script.name(is));
  return { kind: 'code', codes };
}

function beforeDoing(step: CompiledStep, reader: StepReader): readonly (readonly [StepState, Smt])[] {
  const { world, protocol, reading } = reader;
  const applies = world.applies(protocol, step.index, reading);
  const ready = reader.test(step.definition.ready, step.index);
  const isAfter = and(...step.after.map((it) => or(isPast(it, reader), isOut(it, reader))));
  const timeCame = step.opensAt === null ? TRUE : world.mark(protocol, step.index, 'time-came');
  return [
    ['not-applicable', applies.no],
    ['waiting', not(applies.yes)],
    ['blocked', not(isAfter)],
    ['not-yet', not(timeCame)],
    ['ready', ready.yes],
    ['blocked', ready.no],
    ['waiting', TRUE],
  ];
}

function isPast(step: number, { world, protocol }: StepReader): Smt {
  return or(world.mark(protocol, step, 'in-effect'), world.mark(protocol, step, 'waived'));
}

/** Neither past nor under way, and not applicable. */
function isOut(step: number, reader: StepReader): Smt {
  const { world, protocol, reading } = reader;
  const pending = world.mark(protocol, step, 'pending');
  const { no } = world.applies(protocol, step, reading);
  return world.query.script.name(and(not(isPast(step, reader)), not(pending), no));
}

/** Whether the states are those that a run ends in. */
export function isEnded(state: CodeTerm): Smt {
  return or(...(['done', 'waived', 'not-applicable'] as const).map((it) => state.codes.get(it) ?? FALSE));
}

export const asTruth = (term: Term): TruthTerm => (term.kind === 'truth' ? term : truth(FALSE, FALSE));
