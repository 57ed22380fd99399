import { Temporal } from 'temporal-polyfill';
import type { Territory, Within } from './occurrence-types';
import { dueAt } from './due-at';

/**
 * The instant so much later by the clock on the wall: for reminders (`late: [{after: 7 days}]`) and openings, which
 * are counted from a moment and not to the end of a day. Hours are elapsed hours; days, months and years keep the
 * local time; *at once* is the instant itself; *end of day* and *working days* are those of `dueAt`.
 */
export function later(instant: number, after: Within, territory: Territory): number {
  switch (after.unit) {
    case 'at-once':
      return instant;
    case 'hours':
    case 'end-of-day':
    case 'working-days':
      return dueAt(instant, after, territory).dueAt;
    case 'days':
    case 'months':
    case 'years':
      return Temporal.Instant.fromEpochMilliseconds(instant)
        .toZonedDateTimeISO(territory.zone)
        .add({ [after.unit]: after.count }).epochMilliseconds;
  }
}
