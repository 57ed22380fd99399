import type { Language, SpaceTime } from '@repere/ui';
import { formatEdtf } from '@repere/ui/date';
import type { OpenAbsence } from './open-absence';

type Speaker = Pick<Language, 't' | 'current'>;

/** Since when the child is away: the day and hour that are recorded, else since when Repère knows. */
export function formatAbsence(
  { day, hour, reportedAt }: OpenAbsence,
  time: Pick<SpaceTime, 'since'>,
  { t, current }: Speaker,
): string {
  if (!day) return t('case.calls.told', { length: time.since(reportedAt) });
  const date = formatEdtf(day, current());
  return hour === null || !/^\d{4}-\d{2}-\d{2}$/.test(day)
    ? t('case.calls.since-day', { day: date })
    : t('case.calls.since-hour', { day: date, hour });
}
