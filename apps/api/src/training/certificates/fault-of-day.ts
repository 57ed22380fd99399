import { type CurriculumItem, holdsUntil } from '@repere/protocol';

/** `not-yet`: its day has not come. `expired`: of everything that it could count for, the months are over. */
export type DayFault = 'not-yet' | 'expired';

/**
 * Whether a certificate of that day can count for any of these items; `null`: it can, or there is none of which to say. ISO days; `latest`:
 * the day that it is where it is latest.
 */
export function faultOfDay(
  on: string,
  {
    today,
    latest,
    items,
  }: { readonly today: string; readonly latest: string; readonly items: readonly CurriculumItem[] },
): DayFault | null {
  if (on > latest) return 'not-yet';
  return items.length > 0 && items.every((item) => holdsUntil(item, on) < today) ? 'expired' : null;
}
