import type { DateSpan, NumberSpan } from '../value';
import { civilDate } from './civil-day';

/**
 * Calendar months from `a` to `b`, a begun month counting whole; 0 when `b` comes before `a`.
 * A number when it is certain, else the bounds between which it lies. Example: 15 January to
 * 15 February gives 1, to 16 February 2.
 */
export function monthsBegun(a: DateSpan, b: DateSpan): number | NumberSpan {
  return span(begun, a, b);
}

/**
 * Complete calendar months from `a` to `b`, negative when `b` comes before `a`. A month is complete
 * on the same day number; where there is none, on the 1st of the next month: who was born on
 * 29 February 2008 is 216 months old on 1 March 2026, not the day before.
 */
export function monthsBetween(a: DateSpan, b: DateSpan): number | NumberSpan {
  return span(complete, a, b);
}

/** Both counts grow with `b` and fall with `a`, so the bounds lie at opposite ends. */
function span(count: (a: number, b: number) => number, a: DateSpan, b: DateSpan): number | NumberSpan {
  const low = count(a.lastDay, b.firstDay);
  if (a.firstDay === a.lastDay && b.firstDay === b.lastDay) return low;
  const high = count(a.firstDay, b.lastDay);
  return low === high ? low : { low, high };
}

function begun(a: number, b: number): number {
  if (b <= a) return 0;
  const from = civilDate(a);
  const to = civilDate(b);
  return (to.year - from.year) * 12 + to.month - from.month + (to.day > from.day ? 1 : 0);
}

function complete(a: number, b: number): number {
  if (b < a) return 0 - complete(b, a);
  const from = civilDate(a);
  const to = civilDate(b);
  return (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0);
}
