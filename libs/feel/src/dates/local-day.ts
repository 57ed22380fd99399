import { Temporal } from 'temporal-polyfill';
import { civilDate, dayNumber } from './civil-day';

/** The calendar day (days from 1970-01-01) on which an instant falls in a zone. */
export function localDay(instant: number, zone: string): number {
  const { year, month, day } = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return dayNumber(year, month, day);
}

/** The first instant of a local day, epoch ms; where clocks skip midnight, the first moment that exists. Also 24:00 of the day before. */
export function startOfDay(day: number, zone: string): number {
  return Temporal.PlainDate.from(civilDate(day)).toZonedDateTime(zone).epochMilliseconds;
}
