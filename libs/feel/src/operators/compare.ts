import type { Truth, Value } from '../value';
import type { Comparable } from './check-operands';
import type { Reader } from '../expression-types';
import { dateIn, isBefore, isBeforeOrOn, isSameDay } from './date-span';
import { isAtMost, isLess, isSameNumber, numberIn } from '../numbers/number-span';
import type { ComparisonOperator } from '../syntax/syntax';
import type { Test } from '../compile/condition-term';

/** The closure that compares two operands of one kind; unknown if either is unknown or too imprecise to tell. */
export function comparisonTest<Env>(
  operator: ComparisonOperator,
  kind: Comparable,
  left: Reader<Env>,
  right: Reader<Env>,
): Test<Env> {
  switch (kind) {
    case 'number': {
      const exact = EXACT[operator];
      return (env) => {
        const a = left(env);
        const b = right(env);
        return typeof a === 'number' && typeof b === 'number' && Number.isFinite(a) && Number.isFinite(b)
          ? exact(a, b)
          : compareNumbers(operator, a, b);
      };
    }
    case 'date':
      return (env) => compareDates(operator, left(env), right(env));
    case 'boolean':
    case 'string': {
      const same = operator === '=';
      return (env) => {
        const a = left(env);
        const b = right(env);
        // typeof on both: a value against its type is unknown, never unequal.
        return a === null || typeof a !== typeof b || typeof a === 'object' ? null : (a === b) === same;
      };
    }
  }
}

/** The same with a string that is written in the source, which is most of what is compared. */
export function literalTest<Env>(
  operator: ComparisonOperator,
  left: Reader<Env>,
  literal: string,
): Test<Env> {
  if (operator === '=') {
    return (env) => {
      const a = left(env);
      return typeof a === 'string' ? a === literal : null;
    };
  }
  return (env) => {
    const a = left(env);
    return typeof a === 'string' ? a !== literal : null;
  };
}

const EXACT: Readonly<Record<ComparisonOperator, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

function compareNumbers(operator: ComparisonOperator, left: Value, right: Value): Truth {
  const a = numberIn(left);
  const b = numberIn(right);
  if (a === null || b === null) return null;
  switch (operator) {
    case '=':
      return isSameNumber(a, b);
    case '!=':
      return not(isSameNumber(a, b));
    case '<':
      return isLess(a, b);
    case '<=':
      return isAtMost(a, b);
    case '>':
      return isLess(b, a);
    case '>=':
      return isAtMost(b, a);
  }
}

function compareDates(operator: ComparisonOperator, left: Value, right: Value): Truth {
  const a = dateIn(left);
  const b = dateIn(right);
  if (a === null || b === null) return null;
  switch (operator) {
    case '=':
      return isSameDay(a, b);
    case '!=':
      return not(isSameDay(a, b));
    case '<':
      return isBefore(a, b);
    case '<=':
      return isBeforeOrOn(a, b);
    case '>':
      return isBefore(b, a);
    case '>=':
      return isBeforeOrOn(b, a);
  }
}

/** Kleene's `not`. */
export function not(truth: Truth): Truth {
  return truth === null ? null : !truth;
}
