import type { DateSpan } from '../value';
import { spanOf, type FeelNumber } from './number-span';

/** Month number since year 0 and day of the month, of a day counted from 1970-01-01. Proleptic Gregorian. */
interface CalendarDay {
  readonly month: number;
  readonly day: number;
}

/** Complete months from one date to the other, negative backwards; a span when a date is imprecise. */
export function monthsBetween(from: DateSpan, to: DateSpan): FeelNumber | null {
  return spanOf(completeMonths(from.lastDay, to.firstDay), completeMonths(from.firstDay, to.lastDay));
}

/** Calendar months from one date to the other where a begun month counts whole. */
export function monthsBegun(from: DateSpan, to: DateSpan): FeelNumber | null {
  return spanOf(begunMonths(from.lastDay, to.firstDay), begunMonths(from.firstDay, to.lastDay));
}

/**
 * Months that have fully passed, rounded towards zero, as FEEL's `years and months duration`. A day that the month
 * lacks is not made up: 31 January to 28 February is no complete month, so a child born on 29 February stays a minor
 * until 1 March.
 */
function completeMonths(from: number, to: number): number {
  if (to < from) return 0 - completeMonths(to, from);
  const a = calendarDay(from);
  const b = calendarDay(to);
  return b.month - a.month - (b.day < a.day ? 1 : 0);
}

function begunMonths(from: number, to: number): number {
  const a = calendarDay(from);
  const b = calendarDay(to);
  return b.month - a.month + (b.day > a.day ? 1 : 0);
}

/** Howard Hinnant's `civil_from_days`: years start in March, so that the leap day comes last. */
function calendarDay(days: number): CalendarDay {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return { month: (yearOfEra + era * 400) * 12 + marchMonth + 2, day };
}
