import { localDay, startOfDay } from '@repere/feel';

const WEEK = 7;

/** The ends of today and of the seventh day after it in a zone, epoch ms: what parts *today*, *this week* and *later*. */
export function daysAround(
  now: number,
  zone: string,
): { readonly endOfToday: number; readonly endOfWeek: number } {
  const tomorrow = localDay(now, zone) + 1;
  return { endOfToday: startOfDay(tomorrow, zone), endOfWeek: startOfDay(tomorrow + WEEK, zone) };
}
