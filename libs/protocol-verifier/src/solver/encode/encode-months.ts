import { and, FALSE, implies, type Smt } from '../smt';
import { type NumberTerm, type Term, UNKNOWN } from './truth-terms';
import type { EncodingScope } from './world';

/**
 * `months_between(a, b)`, `months_begun(a, b)`. Calendars aren't encoded: the months between two days are any whole number, but
 * later ends give more and later starts fewer, whatever the dates they come from.
 */
export function encodeMonths(
  word: 'months_between' | 'months_begun',
  a: Term,
  b: Term,
  place: EncodingScope,
): Term {
  if (a.kind !== 'date' || b.kind !== 'date') return UNKNOWN;
  const low = monthsAt(word, a.last, b.first, place);
  const high = monthsAt(word, a.first, b.last, place);
  const number: NumberTerm = {
    kind: 'number',
    known: and(a.known, b.known),
    low: `(to_real ${low})`,
    high: `(to_real ${high})`,
    hasNoLow: FALSE,
    hasNoHigh: FALSE,
  };
  return number;
}

function monthsAt(
  word: 'months_between' | 'months_begun',
  from: Smt,
  to: Smt,
  { world }: EncodingScope,
): Smt {
  const { query } = world;
  const known = query.months[word];
  const before = known.find((it) => it.from === from && it.to === to);
  if (before) return before.months;
  const months = query.script.constant(`${word}#${known.length}`, 'Int');
  // Forward, no count is negative; back, nothing has begun and what is complete is not positive.
  query.script.assert(implies(`(<= ${from} ${to})`, `(>= ${months} 0)`));
  query.script.assert(
    implies(`(>= ${from} ${to})`, word === 'months_begun' ? `(= ${months} 0)` : `(<= ${months} 0)`),
  );
  for (const it of known) {
    query.script.assert(
      implies(and(`(<= ${from} ${it.from})`, `(>= ${to} ${it.to})`), `(>= ${months} ${it.months})`),
    );
    query.script.assert(
      implies(and(`(>= ${from} ${it.from})`, `(<= ${to} ${it.to})`), `(<= ${months} ${it.months})`),
    );
  }
  known.push({ from, to, months });
  return months;
}
