import { asWritten, formatMonths, text } from '@repere/feel';
import type { FactType } from './fact-type';
import { invalid } from './free-words';
import { same } from './no-value';
import { BOUNDS, checkWithin } from './number';

const MOST_DECIMALS = 3;

/** An age or a margin, counted in months: nothing else is compared or computed with it. */
export const MONTHS = {
  words: text('un nombre de mois', 'a number of months'),
  schema: BOUNDS,
  feelType: () => ({ kind: 'number', unit: 'months' }),
  codes: () => [],
  // Written to the thousandth of a month at most: what computing keeps.
  check: ({ min = 0, max = Infinity }, raw) =>
    checkWithin(raw, min, max, (decimals) =>
      decimals === null || decimals > MOST_DECIMALS
        ? invalid(
            'Trois chiffres après la virgule au plus, tels qu’ils sont écrits, sans arrondir.',
            'Three decimals at most, as they are written, not rounded.',
          )
        : null,
    ),
  convert: (raw) => (typeof raw === 'number' ? asWritten(raw) : null),
  formatValue: (_, raw) => (typeof raw === 'number' ? formatMonths(raw) : same(String(raw))),
  classes: { by: 'thresholds', otherwise: [24, 216, 240] },
  askedAs: ['months'],
  writtenAs: 'figure',
  widget: 'months-field',
  isCoded: true,
  isMoment: false,
  isOwnWords: false,
  noValue: 'beside',
} as const satisfies FactType;
