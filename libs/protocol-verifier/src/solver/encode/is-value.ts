import type { Value } from '@repere/feel';
import { and, FALSE, not, numeral, or, type Smt, TRUE } from '../smt';
import { isKnown, type Term } from './truth-terms';

/** Whether the term has this value of the engine, unknown included; `true` of what is not encoded. */
export function isValue(term: Term, value: Value): Smt {
  switch (term.kind) {
    case 'truth':
      return and(value === true ? term.yes : not(term.yes), value === false ? term.no : not(term.no));
    case 'code':
      return typeof value === 'string' ? (term.codes.get(value) ?? FALSE) : not(or(...term.codes.values()));
    case 'codes': {
      if (!Array.isArray(value)) return not(term.known);
      const each = [...term.members].map(([code, is]) => (value.includes(code) ? is : not(is)));
      return and(term.known, ...each);
    }
    case 'number': {
      const [low, high] = boundsOf(value) ?? [NaN, NaN];
      if (Number.isNaN(low)) return not(isKnown(term));
      const bound = (at: number, is: Smt, isOpen: Smt): Smt =>
        Number.isFinite(at) ? and(not(isOpen), `(= ${is} ${numeral(at)})`) : isOpen;
      return and(term.known, bound(low, term.low, term.hasNoLow), bound(high, term.high, term.hasNoHigh));
    }
    case 'date':
      return typeof value === 'object' && value !== null && 'firstDay' in value
        ? and(
            term.known,
            `(= ${term.first} ${whole(value.firstDay)})`,
            `(= ${term.last} ${whole(value.lastDay)})`,
          )
        : not(term.known);
    case 'text':
      return typeof value === 'string' ? term.known : not(term.known);
    case 'checklist': {
      const items =
        typeof value === 'object' && value !== null && 'items' in value
          ? value.items
          : new Map<string, string>();
      return and(
        ...[...term.items].flatMap(([id, item]) => {
          const answer = items.get(id);
          return [answer === 'yes' ? item.yes : not(item.yes), answer === 'no' ? item.no : not(item.no)];
        }),
      );
    }
    case 'row':
    case 'list':
    case 'unknown':
      return TRUE;
  }
}

function boundsOf(value: Value): readonly [number, number] | null {
  if (typeof value === 'number') return [value, value];
  return typeof value === 'object' && value !== null && 'low' in value ? [value.low, value.high] : null;
}

const whole = (value: number): Smt => (value < 0 ? `(- ${Math.abs(value)})` : String(value));
