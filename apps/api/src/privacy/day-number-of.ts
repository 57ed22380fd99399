import { dayNumber } from '@repere/feel';

/** Days from 1970-01-01 of a day `YYYY-MM-DD`. */
export function dayNumberOf(day: string): number {
  const [year = 0, month = 0, of = 0] = day.split('-').map(Number);
  return dayNumber(year, month, of);
}
