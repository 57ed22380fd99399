import type { ServedAges } from './service-profile';

/** Bands of ages that a service is asked for: an age alone would tell more of a child than a place needs. */
export const AGE_BANDS = [
  { from: 0, to: 5 },
  { from: 6, to: 12 },
  { from: 13, to: 15 },
  { from: 16, to: 17 },
] as const satisfies readonly ServedAges[];

/** The ages of a minor, widened to whole bands; `null` stays unknown. */
export function bandOfAges(ages: ServedAges | null): ServedAges | null {
  if (!ages) return null;
  const touched = AGE_BANDS.filter(({ from, to }) => from <= ages.to && to >= ages.from);
  const [first, last] = [touched[0], touched.at(-1)];
  return first && last ? { from: first.from, to: last.to } : null;
}
