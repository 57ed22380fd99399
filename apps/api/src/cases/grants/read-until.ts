import { invalidValue } from '../../platform/refusals/invalid-value';

const DAY = 86_400_000;

/** The end that was asked for, by the space's clock; `invalid` when it is past, or more than `mostDays` ahead. */
export function readUntil(until: string, now: number, mostDays: number): Date {
  const at = new Date(until);
  if (at.getTime() > now && at.getTime() <= now + mostDays * DAY) return at;
  throw invalidValue(
    'until',
    `Choisissez une fin à venir, dans les ${String(mostDays)} jours.`,
    `Choose an end to come, within ${String(mostDays)} days.`,
  );
}
