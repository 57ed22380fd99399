import { localDay, startOfDay } from '@repere/feel';

/** The Mondays of so many weeks in this zone, epoch milliseconds, the oldest first; the last one's week runs. */
export function mondaysUntil(now: number, zone: string, weeks: number): readonly number[] {
  const today = localDay(now, zone);
  // 1970-01-01 was a Thursday.
  const monday = today - ((today + 3) % 7);
  return Array.from({ length: weeks }, (_, place) => startOfDay(monday - (weeks - 1 - place) * 7, zone));
}
