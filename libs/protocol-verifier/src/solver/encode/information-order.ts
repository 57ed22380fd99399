import { and, implies, or, type Smt, TRUE } from '../smt';
import type { Term } from './truth-terms';

/** Whether the first says nothing that the second doesn't say. */
export function isNoMoreInformed(less: Term, all: Term): Smt {
  if (less.kind === 'truth' && all.kind === 'truth')
    return and(implies(less.yes, all.yes), implies(less.no, all.no));
  if (less.kind === 'code' && all.kind === 'code') {
    return and(...[...less.codes].map(([code, is]) => implies(is, all.codes.get(code) ?? 'false')));
  }
  if (less.kind === 'checklist' && all.kind === 'checklist') {
    return and(
      ...[...less.items].map(([id, item]) => {
        const same = all.items.get(id);
        return same ? and(implies(item.yes, same.yes), implies(item.no, same.no)) : TRUE;
      }),
    );
  }
  if (less.kind === 'number' && all.kind === 'number') {
    return implies(
      less.known,
      and(
        all.known,
        or(less.hasNoLow, and(`(<= ${less.low} ${all.low})`, implies(all.hasNoLow, 'false'))),
        or(less.hasNoHigh, and(`(>= ${less.high} ${all.high})`, implies(all.hasNoHigh, 'false'))),
      ),
    );
  }
  if (less.kind === 'date' && all.kind === 'date') {
    return implies(
      less.known,
      and(all.known, `(<= ${less.first} ${all.first})`, `(>= ${less.last} ${all.last})`),
    );
  }
  if (less.kind === 'codes' && all.kind === 'codes') {
    const same = [...less.members].map(([code, is]) => `(= ${is} ${all.members.get(code) ?? 'false'})`);
    return implies(less.known, and(all.known, ...same));
  }
  return less.kind === 'text' && all.kind === 'text' ? implies(less.known, all.known) : TRUE;
}
