import { asWritten, decimalsOf, text } from '@repere/feel';
import type { FactShape, FactType, ValueProblem } from './fact-type';
import { invalid } from './free-words';
import { same } from './no-value';

/** Keys of what is counted or measured. */
export const BOUNDS = {
  unit: { description: 'Unit shown beside the number.', type: 'string' },
  min: { type: 'number' },
  max: { type: 'number' },
};

/** A count or a measure, exact as it is written. */
export const NUMBER = {
  words: text('un nombre', 'a number'),
  schema: BOUNDS,
  feelType: () => ({ kind: 'number' }),
  codes: () => [],
  check: ({ min = -Infinity, max = Infinity }, raw) =>
    checkWithin(raw, min, max, (decimals) =>
      decimals === null ? invalid('Quinze chiffres au plus.', 'Fifteen digits at most.') : null,
    ),
  convert: (raw) => (typeof raw === 'number' ? asWritten(raw) : null),
  formatValue: ({ unit }: FactShape, raw) =>
    same(unit === undefined ? String(raw) : `${String(raw)} ${unit}`),
  classes: { by: 'thresholds', otherwise: [0, 1] },
  askedAs: ['number'],
  writtenAs: 'figure',
  widget: 'number-field',
  isCoded: true,
  isMoment: false,
  isOwnWords: false,
  noValue: 'beside',
} as const satisfies FactType;

/** `ofDecimals`: how many there are after the point; `null`: more digits than computing keeps. */
export function checkWithin(
  raw: unknown,
  min: number,
  max: number,
  ofDecimals: (decimals: number | null) => ValueProblem | null,
): ValueProblem | null {
  if (typeof raw !== 'number' || !Number.isFinite(raw)) return invalid('Un nombre.', 'A number.');
  if (raw >= min && raw <= max) return ofDecimals(decimalsOf(raw));
  const bounds = max === Infinity ? `≥ ${min}` : min === -Infinity ? `≤ ${max}` : `${min} – ${max}`;
  return { code: 'out-of-range', text: { fr: `Un nombre ${bounds}.`, en: `A number ${bounds}.` } };
}
