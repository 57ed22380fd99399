import type { DateSpan, Truth } from '../value';
import { addMonths } from '../dates/civil-day';
import { startOfDay } from '../dates/local-day';
import type { CalendarTime } from './parse-within';

/** A moment counted from an imprecise date: the earliest and the latest it can be, and the one that is gone by. Epoch ms. */
export interface MomentSpan {
  readonly earliest: number;
  readonly latest: number;
  /** `latest` or `earliest`, as whoever declares the moment says. */
  readonly at: number;
}

/**
 * The nth birthday, or any moment counted like one: the start of that local day in the zone.
 * A day that the year or month lacks is the next one: 29 February → 1 March.
 * `null` when the date is unknown (or only estimated: see `spanForConditions`).
 */
export function momentAfter(
  from: DateSpan | null,
  after: CalendarTime,
  at: 'latest' | 'earliest',
  zone: string,
): MomentSpan | null {
  if (from === null) return null;
  const earliest = startOfDay(dayAfter(from.firstDay, after), zone);
  const latest = from.firstDay === from.lastDay ? earliest : startOfDay(dayAfter(from.lastDay, after), zone);
  return { earliest, latest, at: at === 'latest' ? latest : earliest };
}

/**
 * Whether a moment is reached: `true` once even its latest date is, `false` before its earliest, between them
 * unknown. The same for `at: latest` and `at: earliest`, so that knowing less never turns an answer around.
 *
 * An unknown date gives *unknown*, never `false`: with `false`, `not(reached(majority))` would hold for somebody
 * whose birth nobody knows, and a condition must not rest on what nobody knows. The screen and the guards that
 * read "birth date unknown = not yet 18" (domain §3.3) ask for exactly `true` and so get *not reached*.
 */
export function reached(moment: MomentSpan | null, now: number): Truth {
  if (moment === null) return null;
  if (now >= moment.latest) return true;
  return now < moment.earliest ? false : null;
}

function dayAfter(day: number, after: CalendarTime): number {
  switch (after.unit) {
    case 'days':
      return day + after.count;
    case 'months':
      return addMonths(day, after.count, 'next-day');
    case 'years':
      return addMonths(day, after.count * 12, 'next-day');
  }
}
