import { instantOf, localDay } from '@repere/feel';

/** Hours of the day, where the case is. */
const SLOTS = [9, 13, 17] as const;

/**
 * When a mail to a partner leaves that something causes now; epoch milliseconds. The minute of a mail tells its readers, and
 * every server on its way, when something happened in a case: only these minutes are seen, but of what can’t wait: a
 * question for a place, a referral to be answered within four hours.
 */
export function nextPartnerSlot(now: number, zone: string): Date {
  const today = localDay(now, zone);
  const slots = [today, today + 1].flatMap((day) => SLOTS.map((hour) => instantOf(day, hour * 60, zone)));
  const next = slots.find((at) => at !== null && at > now);
  if (typeof next !== 'number') throw new Error('a day without slots');
  return new Date(next);
}
