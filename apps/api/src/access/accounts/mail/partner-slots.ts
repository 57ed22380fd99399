import { localDay, startOfDay } from '@repere/feel';

const HOUR_MS = 3_600_000;
/** Hours of the day, where the case is. */
const SLOTS = [9, 13, 17] as const;

/**
 * When a mail to a partner leaves that something causes now; epoch milliseconds. The minute of a mail tells its readers, and
 * every server on its way, when something happened in a case: only these minutes are ever seen.
 */
export function nextPartnerSlot(now: number, zone: string): Date {
  const today = localDay(now, zone);
  const slots = [today, today + 1].flatMap((day) =>
    SLOTS.map((hour) => startOfDay(day, zone) + hour * HOUR_MS),
  );
  const next = slots.find((at) => at > now);
  if (next === undefined) throw new Error('a day without slots');
  return new Date(next);
}
