import { formatDuration, text } from '@repere/feel';
import type { FactType } from './fact-type';
import { invalid } from './free-words';

const WRITTEN =
  /^P(?!$)(?:\d{1,4}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,5}D)?(?:T(?=\d)(?:\d{1,5}H)?(?:\d{1,5}M)?(?:\d{1,6}S)?)?$/;

/** How long something lasted, as ISO 8601 writes it: `PT2H30M`, `P3D`. */
export const DURATION = {
  words: text('une durée', 'a duration'),
  schema: {},
  feelType: () => ({ kind: 'duration' }),
  codes: () => [],
  check: (_, raw) =>
    typeof raw === 'string' && WRITTEN.test(raw)
      ? null
      : invalid('Écrire une durée ISO 8601 : PT2H30M, P3D.', 'Write an ISO 8601 duration: PT2H30M, P3D.'),
  convert: (raw) => (typeof raw === 'string' ? raw : null),
  formatValue: (_, raw) => formatDuration(String(raw)),
  classes: { by: 'given', like: 'P1D' },
  askedAs: ['duration'],
  writtenAs: 'form',
  widget: 'duration-field',
  isCoded: false,
  isMoment: false,
  isOwnWords: false,
  noValue: 'beside',
} as const satisfies FactType;
