/**
 * Exact decimals in plain numbers. A number stands for the decimal that it is written as (`256.004`), which is unambiguous up
 * to fifteen digits, so comparing two numbers compares their decimals. Each operation here computes with whole numbers of the
 * smallest place and gives the decimal that it comes to. What has no decimal of fifteen digits (1 / 3) is held between two
 * numbers that surely enclose it: a comparison that would need to know better is unknown, never rounded.
 */
export type Enclosure = readonly [low: number, high: number];

/** Fewer digits than this many are one number and one decimal. */
const MOST_DIGITS = 1e15;
/** Further apart than this, relative to their size, two numbers are two decimals. */
const NEAR = 2 ** -48;

/** The power of ten that makes it whole: 1000 for 256.004; `NaN` for what is no decimal of fifteen digits. */
export function scaleOf(value: number): number {
  for (let scale = 1; scale <= MOST_DIGITS; scale *= 10) {
    const whole = Math.round(value * scale);
    if (Math.abs(whole) >= MOST_DIGITS) return NaN;
    if (whole / scale === value) return scale;
  }
  return NaN;
}

/** The decimals behind the point: 3 for 256.004; `null` for what has more digits than a number keeps. */
export function decimalsOf(value: number): number | null {
  const scale = scaleOf(value);
  return Number.isNaN(scale) ? null : Math.round(Math.log10(scale));
}

/** a + b as a decimal, `NaN` if it is none. */
export function plus(a: number, b: number): number {
  const scale = Math.max(scaleOf(a), scaleOf(b));
  return inScale(wholeIn(a, scale) + wholeIn(b, scale), scale);
}

/** a × b as a decimal, `NaN` if it is none. */
export function times(a: number, b: number): number {
  const [scaleA, scaleB] = [scaleOf(a), scaleOf(b)];
  return inScale(wholeIn(a, scaleA) * wholeIn(b, scaleB), scaleA * scaleB);
}

/** a ÷ b as a decimal, `NaN` if it is none: the shortest near what numbers give which times b is a again. */
export function over(a: number, b: number): number {
  const near = a / b;
  for (let scale = 1; scale <= MOST_DIGITS; scale *= 10) {
    const whole = Math.round(near * scale);
    if (Math.abs(whole) >= MOST_DIGITS) return NaN;
    const quotient = whole / scale;
    if (Math.abs(quotient - near) <= Math.abs(near) * NEAR && times(quotient, b) === a) return quotient;
  }
  return NaN;
}

/** The sum of what may also be infinite bounds. */
export const enclosedSum = (a: number, b: number): Enclosure =>
  enclosed(plus(a, b), a + b, Math.abs(a) + Math.abs(b));

/** An infinite bound stands for numbers without limit, never for infinity itself: zero times it is zero. */
export const enclosedProduct = (a: number, b: number): Enclosure =>
  a === 0 || b === 0 ? [0, 0] : enclosed(times(a, b), a * b, Math.abs(a * b));

/** ∞ / ∞ can be anything from zero up; its limits come in through the other corners. */
export function enclosedQuotient(a: number, b: number): Enclosure {
  if (!Number.isFinite(b)) return Number.isFinite(a) ? [0, 0] : [a * b, a * b];
  return enclosed(over(a, b), a / b, Math.abs(a / b));
}

const wholeIn = (value: number, scale: number): number => {
  const whole = Math.round(value * scale);
  return Math.abs(whole) < MOST_DIGITS ? whole : NaN;
};

function inScale(whole: number, scale: number): number {
  return Math.abs(whole) < MOST_DIGITS && scale < 1e22 ? whole / scale : NaN;
}

/** The decimal, or the bounds that the rounding of numbers of this size leaves. */
function enclosed(decimal: number, rounded: number, size: number): Enclosure {
  if (!Number.isNaN(decimal)) return [decimal, decimal];
  if (!Number.isFinite(rounded)) return [rounded, rounded];
  const slack = (size + Math.abs(rounded)) * 2 ** -51 + Number.MIN_VALUE;
  return [rounded - slack, rounded + slack];
}
