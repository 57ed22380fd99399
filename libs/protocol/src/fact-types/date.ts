import { formatDate, localDay, parseDate, spanForConditions, text } from '@repere/feel';
import type { FactType, GivenWhen } from './fact-type';
import { invalid } from './free-words';

const DAY = 86_400_000;
/** 1 January 1900: an earlier year is a slip of the hand. */
export const LONG_AGO = Date.UTC(1900, 0, 1);

/** A day, known as exactly as it is known: `2007`, `2007-05`, `2007-05-12`, each with `~` when estimated. */
export const DATE = {
  words: text('une date', 'a date'),
  schema: { future: { description: 'Of a date: may lie in the future.', type: 'boolean' } },
  feelType: () => ({ kind: 'date' }),
  codes: () => [],
  check({ future }, raw, when) {
    const parsed = typeof raw === 'string' ? parseDate(raw) : undefined;
    if (!parsed)
      return invalid('Une date : 2007, 2007-05, 2007-05-12.', 'A date: 2007, 2007-05, 2007-05-12.');
    if (!parsed.ok) return { code: 'invalid-value', text: parsed.problem.text };
    const { firstDay } = parsed.value.span;
    if (firstDay * DAY < LONG_AGO) {
      return invalid("L'année est trop ancienne : vérifiez-la.", 'The year is too long ago: check it.');
    }
    if (future || !isAfterToday(firstDay, when)) return null;
    return {
      code: 'date-in-future',
      text: text('Cette date est dans le futur.', 'This date lies in the future.'),
    };
  },
  convert: (raw) => (typeof raw === 'string' ? spanForConditions(raw) : null),
  formatValue: (_, raw) => text(formatDate(String(raw), 'fr'), formatDate(String(raw), 'en')),
  classes: { by: 'days' },
  askedAs: ['date'],
  writtenAs: 'form',
  widget: 'date-field',
  isCoded: false,
  isMoment: true,
  isOwnWords: false,
  noValue: 'beside',
} as const satisfies FactType;

/** Only a date within a day of now needs the calendar of the territory. */
function isAfterToday(day: number, { now, zone }: GivenWhen): boolean {
  const midnight = day * DAY;
  if (midnight <= now - DAY) return false;
  return midnight > now + DAY || day > localDay(now, zone);
}
