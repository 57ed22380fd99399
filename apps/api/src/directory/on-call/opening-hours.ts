import { Temporal } from 'temporal-polyfill';
import type { Territory } from '@repere/feel';

/** From one time of day to another, `HH:MM`; an end that isn't later is the next morning's. */
export interface DayHours {
  readonly from: string;
  readonly to: string;
}

/** When somebody answers; `null`: not on these days. Public holidays are as weekends. */
export interface OpeningHours {
  readonly weekdays: DayHours | null;
  readonly weekends: DayHours | null;
}

/** The same hours with nothing beside them, as they are kept. */
export function plainHours({ weekdays, weekends }: Partial<OpeningHours>): OpeningHours {
  const plain = (it: DayHours | null | undefined): DayHours | null =>
    it ? { from: it.from, to: it.to } : null;
  return { weekdays: plain(weekdays), weekends: plain(weekends) };
}

/** Whether somebody answers at an instant, epoch milliseconds, by the clock and the holidays of the territory. No hours: day and night. */
export function isOpenAt(hours: OpeningHours | null, at: number, { zone, isHoliday }: Territory): boolean {
  if (hours === null) return true;
  const here = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const time = here.toPlainTime().toString({ smallestUnit: 'minute' });
  const hoursOf = (day: Temporal.PlainDate): DayHours | null =>
    day.dayOfWeek > 5 || isHoliday(day.toString()) ? hours.weekends : hours.weekdays;
  const today = hoursOf(here.toPlainDate());
  const yesterday = hoursOf(here.toPlainDate().subtract({ days: 1 }));
  if (yesterday !== null && isOvernight(yesterday) && time < yesterday.to) return true;
  if (today === null || time < today.from) return false;
  return isOvernight(today) || time < today.to;
}

const isOvernight = ({ from, to }: DayHours): boolean => to <= from;
