import type { NumberSpan, Truth, Value } from '../value';

/** A number as conditions compute with it: exact, or between two bounds. */
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
  spanOf(lowOf(a) + lowOf(b), highOf(a) + highOf(b));

export const subtract = (a: FeelNumber, b: FeelNumber): FeelNumber | null =>
  spanOf(lowOf(a) - highOf(b), highOf(a) - lowOf(b));

export function multiply(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  return hullOf(
    times(lowOf(a), lowOf(b)),
    times(lowOf(a), highOf(b)),
    times(highOf(a), lowOf(b)),
    times(highOf(a), highOf(b)),
  );
}

/** Unknown when the divisor may be zero. */
export function divide(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (lowOf(b) <= 0 && highOf(b) >= 0) return null;
  return hullOf(
    over(lowOf(a), lowOf(b)),
    over(lowOf(a), highOf(b)),
    over(highOf(a), lowOf(b)),
    over(highOf(a), highOf(b)),
  );
}

export const negate = (a: FeelNumber): FeelNumber | null => spanOf(0 - highOf(a), 0 - lowOf(a));

export const smaller = (a: FeelNumber, b: FeelNumber): FeelNumber | null =>
  spanOf(Math.min(lowOf(a), lowOf(b)), Math.min(highOf(a), highOf(b)));

export const larger = (a: FeelNumber, b: FeelNumber): FeelNumber | null =>
  spanOf(Math.max(lowOf(a), lowOf(b)), Math.max(highOf(a), highOf(b)));

/** An infinite bound stands for numbers without limit, never for infinity itself: zero times it is zero. */
const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b);

/** ∞ / ∞ can be anything from zero up; its limits come in through the other corners. */
const over = (a: number, b: number): number => (Number.isFinite(b) ? a / b : Number.isFinite(a) ? 0 : a * b);

const hullOf = (p: number, q: number, r: number, s: number): FeelNumber | null =>
  spanOf(Math.min(p, q, r, s), Math.max(p, q, r, s));
