import { addMonths, isWeekday, isoDay } from '../dates/civil-day';
import type { Territory, Within } from './occurrence-types';
import { localDay, startOfDay } from '../dates/local-day';

/** When a period ends, and from when one is late; epoch ms. They differ only for *at once*. */
export interface Due {
  readonly dueAt: number;
  readonly lateFrom: number;
}

const HOUR = 3_600_000;

/**
 * The end of a period that starts at `start` (epoch ms), by the rulings that law has for periods: hours are
 * elapsed hours; days start the day after and end at 24:00 local time on the last; months keep the day
 * number or the month's last day; no roll-over on holidays; working days are Monday to Friday less the
 * territory's holidays; *at once* is due at its start and late 24 h after it.
 */
export function dueAt(start: number, within: Within, territory: Territory): Due {
  const startDay = () => localDay(start, territory.zone);
  const endOf = (day: number) => exactly(startOfDay(day + 1, territory.zone));
  switch (within.unit) {
    case 'at-once':
      return { dueAt: start, lateFrom: start + 24 * HOUR };
    case 'hours':
      return exactly(start + within.count * HOUR);
    case 'end-of-day':
      return endOf(startDay());
    case 'days':
      return endOf(startDay() + within.count);
    case 'working-days':
      return endOf(nthWorkingDayAfter(startDay(), within.count, territory));
    case 'months':
      return endOf(addMonths(startDay(), within.count, 'last-day'));
    case 'years':
      return endOf(addMonths(startDay(), within.count * 12, 'last-day'));
  }
}

function exactly(at: number): Due {
  return { dueAt: at, lateFrom: at };
}

function nthWorkingDayAfter(first: number, count: number, territory: Territory): number {
  // A calendar that knows no working day would never end.
  const horizon = first + count * 10 + 31;
  let day = first;
  for (let found = 0; found < count;) {
    day += 1;
    if (day > horizon) throw new RangeError(`Territory ${territory.code} has too few working days`);
    if (isWeekday(day) && !territory.isHoliday(isoDay(day))) found += 1;
  }
  return day;
}
