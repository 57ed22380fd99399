import type { Language } from '@repere/ui';

/** A period of a protocol in words: `at once`, `48 hours`, `5 working days`. One that isn't known stays as it is written. */
export function sayWithin(within: string, { t, count }: Pick<Language, 't' | 'count'>): string {
  if (within === 'at once') return t('protocols.within.at-once');
  if (within === 'end of day') return t('protocols.within.end-of-day');
  const [, amount, unit] = /^(\d+) (hours?|days?|working days?|months?|years?)$/.exec(within) ?? [];
  if (!amount || !unit) return within;
  return count(`protocols.within.${unit.replace(/s$/, '').replace(' ', '-')}`, Number(amount));
}
