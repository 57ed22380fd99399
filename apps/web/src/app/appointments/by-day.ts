/** A day with what is on it. */
export interface DayOf<T> {
  /** ISO 8601. */
  readonly day: string;
  readonly items: readonly T[];
}

/** The same in groups by their day, in their order. */
export function byDay<T extends { readonly day: string }>(items: readonly T[]): readonly DayOf<T>[] {
  const days = [...new Set(items.map(({ day }) => day))];
  return days.map((day) => ({ day, items: items.filter((it) => it.day === day) }));
}

/** The middle of a day, epoch milliseconds; told with `UTC` alone. */
export const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`);
