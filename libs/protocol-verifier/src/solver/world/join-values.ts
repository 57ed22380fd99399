import type { Query } from '../query';
import { and, FALSE, or, type Smt } from '../smt';
import { isKnown, onlyWhere, type Term, truth, truthIn, UNKNOWN } from '../encode/truth-terms';

/** One value out of several lines of which at most one holds. */
export function joined(
  lines: readonly { readonly holds: Smt; readonly value: Term }[],
  { script }: Query,
): Term {
  const values = lines.map(({ holds, value }) => onlyWhere(holds, value));
  const [first] = values;
  switch (first?.kind) {
    case 'truth': {
      const truths = values.map(truthIn);
      return truth(
        script.name(or(...truths.map((it) => it.yes))),
        script.name(or(...truths.map((it) => it.no))),
      );
    }
    case 'code': {
      const codes = new Map<string, Smt>();
      for (const value of values) {
        if (value.kind !== 'code') continue;
        for (const [code, is] of value.codes) codes.set(code, or(codes.get(code) ?? FALSE, is));
      }
      return { kind: 'code', codes: new Map([...codes].map(([code, is]) => [code, script.name(is)])) };
    }
    case 'number': {
      const numbers = values.flatMap((it) => (it.kind === 'number' ? [it] : []));
      const pick = (part: 'low' | 'high') => {
        const [last, ...above] = numbers.toReversed();
        return above.reduce((rest, it) => `(ite ${it.known} ${it[part]} ${rest})`, last?.[part] ?? '0.0');
      };
      const open = (part: 'hasNoLow' | 'hasNoHigh') => or(...numbers.map((it) => and(it.known, it[part])));
      return {
        kind: 'number',
        known: script.name(or(...numbers.map(isKnown))),
        low: script.name(pick('low'), 'Real'),
        high: script.name(pick('high'), 'Real'),
        hasNoLow: script.name(open('hasNoLow')),
        hasNoHigh: script.name(open('hasNoHigh')),
      };
    }
    case 'date': {
      const dates = values.flatMap((it) => (it.kind === 'date' ? [it] : []));
      const pick = (part: 'first' | 'last') => {
        const [last, ...above] = dates.toReversed();
        return above.reduce((rest, it) => `(ite ${it.known} ${it[part]} ${rest})`, last?.[part] ?? '0');
      };
      return {
        kind: 'date',
        known: script.name(or(...dates.map(isKnown))),
        first: script.name(pick('first'), 'Int'),
        last: script.name(pick('last'), 'Int'),
      };
    }
    case 'codes':
    case 'text':
    case 'unknown':
    case 'checklist':
    case 'row':
    case 'list':
    case undefined:
      return UNKNOWN;
  }
}
