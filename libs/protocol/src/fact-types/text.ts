import { text } from '@repere/feel';
import type { FactType } from './fact-type';
import { checkText } from './free-words';
import { same } from './no-value';

/** An account in somebody's own words: never in SQL, and masked for who may not see names. */
export const TEXT = {
  words: text('un texte', 'a text'),
  schema: { maxLength: { type: 'integer', minimum: 1 } },
  feelType: () => ({ kind: 'text' }),
  codes: () => [],
  check: ({ maxLength }, raw) => checkText(raw, maxLength),
  convert: (raw) => (typeof raw === 'string' ? raw : null),
  formatValue: (_, raw) => same(String(raw)),
  classes: { by: 'given', like: '…' },
  askedAs: ['text'],
  writtenAs: 'words',
  widget: 'text-field',
  isCoded: false,
  isMoment: false,
  isOwnWords: true,
  noValue: 'beside',
} as const satisfies FactType;
