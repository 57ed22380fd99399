import type { NumberSpan, Truth, Value } from '../value';
import { type Enclosure, enclosedProduct, enclosedQuotient, enclosedSum, scaleOf } from './decimal';

/** A number as conditions compute with it: an exact decimal (`decimal.ts`), or between two bounds. */
export type FeelNumber = number | NumberSpan;

/** The number in a value; `null` if it is unknown (or, against its type, no number). */
export function numberIn(value: Value): FeelNumber | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'object' && value !== null && 'low' in value ? value : null;
}

/** A span, as a plain number when its bounds meet; `null` when they say nothing or cannot be computed. */
export function spanOf(low: number, high: number): FeelNumber | null {
  if (low === high) return Number.isFinite(low) ? low : null;
  if (Number.isNaN(low) || Number.isNaN(high)) return null;
  return low === -Infinity && high === Infinity ? null : { low, high };
}

/** A number that was recorded: the decimal that it is written as, or the two that surely enclose it if it has too many digits. */
export function asWritten(raw: number): FeelNumber | null {
  if (!Number.isNaN(scaleOf(raw))) return raw;
  return Number.isFinite(raw) ? spanOf(...enclosedSum(raw, 0)) : null;
}

export const lowOf = (value: FeelNumber): number => (typeof value === 'number' ? value : value.low);
export const highOf = (value: FeelNumber): number => (typeof value === 'number' ? value : value.high);

/** Whether every, no, or only some pair of points within the two spans is `<`. */
export function isLess(a: FeelNumber, b: FeelNumber): Truth {
  if (highOf(a) < lowOf(b)) return true;
  return lowOf(a) >= highOf(b) ? false : null;
}

export function isAtMost(a: FeelNumber, b: FeelNumber): Truth {
  if (highOf(a) <= lowOf(b)) return true;
  return lowOf(a) > highOf(b) ? false : null;
}

export function isSameNumber(a: FeelNumber, b: FeelNumber): Truth {
  if (highOf(a) < lowOf(b) || highOf(b) < lowOf(a)) return false;
  return lowOf(a) === highOf(a) && lowOf(b) === highOf(b) ? true : null;
}

export const add = (a: FeelNumber, b: FeelNumber): FeelNumber | null =>
  spanOf(enclosedSum(lowOf(a), lowOf(b))[0], enclosedSum(highOf(a), highOf(b))[1]);

export const subtract = (a: FeelNumber, b: FeelNumber): FeelNumber | null =>
  spanOf(enclosedSum(lowOf(a), -highOf(b))[0], enclosedSum(highOf(a), -lowOf(b))[1]);

export const multiply = (a: FeelNumber, b: FeelNumber): FeelNumber | null => hullOf(enclosedProduct, a, b);

/** Unknown when the divisor may be zero. */
export function divide(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (lowOf(b) <= 0 && highOf(b) >= 0) return null;
  return hullOf(enclosedQuotient, a, b);
}

export const negate = (a: FeelNumber): FeelNumber | null => spanOf(0 - highOf(a), 0 - lowOf(a));

export const smaller = (a: FeelNumber, b: FeelNumber): FeelNumber | null =>
  spanOf(Math.min(lowOf(a), lowOf(b)), Math.min(highOf(a), highOf(b)));

export const larger = (a: FeelNumber, b: FeelNumber): FeelNumber | null =>
  spanOf(Math.max(lowOf(a), lowOf(b)), Math.max(highOf(a), highOf(b)));

/** The operation on every pair of bounds, and what lies between the results. */
function hullOf(
  operation: (a: number, b: number) => Enclosure,
  a: FeelNumber,
  b: FeelNumber,
): FeelNumber | null {
  const [p, q] = [operation(lowOf(a), lowOf(b)), operation(lowOf(a), highOf(b))];
  const [r, s] = [operation(highOf(a), lowOf(b)), operation(highOf(a), highOf(b))];
  return spanOf(Math.min(p[0], q[0], r[0], s[0]), Math.max(p[1], q[1], r[1], s[1]));
}
