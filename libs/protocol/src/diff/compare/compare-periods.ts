import { isShorter } from '../../check/logic/is-shorter';
import { parseWithin } from '@repere/feel';

/** `unclear`: which of the two ends first depends on the day on which they start. */
export type PeriodChange = 'same' | 'longer' | 'shorter' | 'unclear';

/**
 * How the period `after` is to `before`, whenever both start: longer and shorter only if surely so. Days end at midnight and
 * hours do not, five working days may be seven days or ten: those are `unclear`.
 */
export function comparePeriods(before: string, after: string): PeriodChange {
  if (inMonths(before) === inMonths(after)) return 'same';
  if (isShorter(before, after)) return 'longer';
  return isShorter(after, before) ? 'shorter' : 'unclear';
}

/** Years are twelve months each, to the day; all else as it is written. */
function inMonths(period: string): string {
  const within = parseWithin(period);
  return within?.unit === 'years' ? `${within.count * 12} months` : period.replace(/s$/, '').concat('s');
}
