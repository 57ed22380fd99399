import { Refusal } from '../../platform/refusals/refusal';

const DAY = 86_400_000;

/** The end that was asked for, by the space's clock; `invalid` when it is past, or more than `mostDays` ahead. */
export function readUntil(until: string, now: number, mostDays: number): Date {
  const at = new Date(until);
  if (at.getTime() > now && at.getTime() <= now + mostDays * DAY) return at;
  throw new Refusal('invalid', {
    reasons: [
      {
        code: 'invalid-value',
        field: 'until',
        text: {
          fr: `Choisissez une fin à venir, dans les ${String(mostDays)} jours.`,
          en: `Choose an end to come, within ${String(mostDays)} days.`,
        },
      },
    ],
  });
}
