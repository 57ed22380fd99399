import { addMonths, civilDate, dayNumber } from '@repere/feel';

/**
 * The first day (days from 1970-01-01) on which a period of whole calendar months that began on `start` has ended. It runs
 * through the same day of the month, or the month's last day where there is none: begun on 31 January, one month ends with
 * 28 February and has ended on 1 March.
 */
export const endOfPeriod = (start: number, months: number): number =>
  addMonths(start, months, 'last-day') + 1;

/** The latest day on which a period may have begun that has ended by `today`: the same question, asked of an index. */
export function latestStart(today: number, months: number): number {
  // Of the month so far back, the days that end today at the latest are its first ones.
  const { year, month } = civilDate(addMonths(today, -months, 'last-day'));
  let day = lastOf(year, month);
  while (endOfPeriod(day, months) > today) day--;
  return day;
}

const lastOf = (year: number, month: number): number =>
  month === 12 ? dayNumber(year + 1, 1, 1) - 1 : dayNumber(year, month + 1, 1) - 1;
