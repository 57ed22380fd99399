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

/**
 * The instant at which it is this many minutes past midnight on a local day, epoch ms; `null` for an hour that clocks skip there. Of
 * an hour that they repeat: the first.
 */
export function instantOf(day: number, minutes: number, zone: string): number | null {
  const hour = Math.floor(minutes / 60);
  const read = Temporal.PlainDateTime.from({ ...civilDate(day), hour, minute: minutes % 60 });
  const found = read.toZonedDateTime(zone, { disambiguation: 'earlier' });
  return found.toPlainDateTime().equals(read) ? found.epochMilliseconds : null;
}

/** The hour that a local clock shows, `09:05`. */
export const localHour = (instant: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString()
    .slice(0, 5);
