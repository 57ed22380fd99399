import type { Within } from './occurrence-types';

/** A length of calendar time, as birthdays are counted: `18 years`. */
export interface CalendarTime {
  readonly unit: 'days' | 'months' | 'years';
  readonly count: number;
}

/**
 * The period that is written as `at once`, `end of day`, `48 hours`, `8 days`, `5 working days`,
 * `3 months` or `1 year`; `undefined` for anything else. Counts are whole, 0 to 9999.
 */
export function parseWithin(text: string): Within | undefined {
  if (text === 'at once') return { unit: 'at-once' };
  if (text === 'end of day') return { unit: 'end-of-day' };
  const [, count, word] = /^(0|[1-9][0-9]{0,3}) (hour|day|working day|month|year)s?$/.exec(text) ?? [];
  if (count === undefined) return undefined;
  switch (word) {
    case 'hour':
      return { unit: 'hours', count: Number(count) };
    case 'day':
      return { unit: 'days', count: Number(count) };
    case 'working day':
      return { unit: 'working-days', count: Number(count) };
    case 'month':
      return { unit: 'months', count: Number(count) };
    case 'year':
      return { unit: 'years', count: Number(count) };
    case undefined:
    default:
      return undefined;
  }
}

/** What follows `after:` in a moment: `18 years`, `6 months`, `10 days`; `undefined` for anything else, hours included. */
export function parseCalendarTime(text: string): CalendarTime | undefined {
  const within = parseWithin(text);
  switch (within?.unit) {
    case 'days':
    case 'months':
    case 'years':
      return { unit: within.unit, count: within.count };
    case 'at-once':
    case 'end-of-day':
    case 'hours':
    case 'working-days':
    case undefined:
      return undefined;
  }
}
