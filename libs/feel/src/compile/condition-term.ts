import type { FeelType, Reader, Reference } from '../expression-types';
import type { Truth, Value } from '../value';
import type { SourceRange } from '../syntax/syntax';

export type Test<Env> = (env: Env) => Truth;

/** A compiled part of an expression: what it is, what it reads, how it is computed and explained. */
export interface Term<Env> {
  readonly place: SourceRange;
  readonly type: FeelType;
  readonly evaluate: Reader<Env>;
  /** The value, if it is written in the source. */
  readonly literal?: string | number | boolean;
  /** `evaluate`, where it is certain to give only true, false or unknown. */
  readonly test?: Test<Env>;
  readonly references: readonly Reference[];
  readonly isMonotone: boolean;
  /** References that could still change the value; none when it is settled. */
  unresolved(env: Env): readonly Reference[];
  /** References that make the value what it is. Asked only of settled values. */
  deciding(env: Env): readonly Reference[];
}

export type ConditionTerm<Env> = Term<Env> & { readonly test: Test<Env> };

export const BOOLEAN: FeelType = { kind: 'boolean' };
export const NUMBER: FeelType = { kind: 'number' };
export const COUNT: FeelType = { kind: 'number', unit: 'count' };

/** Whether more knowledge could not change this value: known, exact, closed. */
export function isSettled(value: Value): boolean {
  if (value === null) return false;
  if (typeof value !== 'object') return true;
  if ('low' in value) return value.low === value.high;
  if ('firstDay' in value) return value.firstDay === value.lastDay;
  if ('closed' in value) return value.closed;
  if ('items' in value)
    return [...value.items.values()].every((answer) => answer === 'yes' || answer === 'no');
  return true;
}

/** A term that reads one thing: a fact, a field of a row, a word of state. */
export function readingTerm<Env>(
  place: SourceRange,
  type: FeelType,
  evaluate: Reader<Env>,
  reference: Reference | undefined,
  isMonotone: boolean,
): Term<Env> {
  const references = reference ? [reference] : [];
  return {
    place,
    type,
    evaluate,
    references,
    isMonotone,
    unresolved: (env) => (isSettled(evaluate(env)) ? [] : references),
    deciding: () => references,
  };
}

/** A term computed from operands, all of which count: comparison, arithmetic, months. */
export function operationTerm<Env>(
  place: SourceRange,
  type: FeelType,
  operands: readonly Term<Env>[],
  evaluate: Reader<Env>,
): Term<Env> {
  const references = operands.flatMap((operand) => operand.references);
  return {
    place,
    type,
    evaluate,
    references,
    isMonotone: operands.every((operand) => operand.isMonotone),
    unresolved(env) {
      if (isSettled(evaluate(env))) return [];
      const open = operands.flatMap((operand) => operand.unresolved(env));
      // Nothing unknown and still no value (a division by zero): name what would have to change.
      return open.length > 0 ? open : references;
    },
    deciding: () => references,
  };
}

/** The same for operations that give true, false or unknown. */
export function conditionTerm<Env>(
  place: SourceRange,
  operands: readonly Term<Env>[],
  test: Test<Env>,
): ConditionTerm<Env> {
  return { ...operationTerm(place, BOOLEAN, operands, test), test };
}
