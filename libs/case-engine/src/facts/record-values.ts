import type { FactValues } from '@repere/protocol';
import type { CaseFold } from '../fold/case-fold';
import type { RunFold } from '../fold/run-fold';
import type { FactsRecorded } from '../journal/journal-entry';
import { recordPastValues } from '../moving/record-past';
import { listStatus, recordRow, recordValue } from './record-value';

/**
 * Puts what an entry says in effect. The value in effect is the latest by when it happened, so that an old note entered
 * late undoes nothing; where times are too imprecise to tell, by its place in the journal.
 */
export function recordValues(fold: CaseFold, run: RunFold | null, values: FactValues, entry: number): void {
  if (run !== null && run.isPast(entry)) {
    recordPastValues(fold, run, values, entry);
    return;
  }
  const factOf = run === null ? fold.set.sharedFactOf : run.protocol.factOf;
  for (const id in values) {
    const fact = factOf.get(id);
    const raw = values[id];
    // What the pinned version does not know can't be read by it either; a later version may.
    if (fact === undefined || raw === undefined || fact.list !== null) continue;
    const store = fact.isShared ? fold.facts : run?.facts;
    if (store !== undefined) recordValue(fold, store, fact, raw, entry);
  }
}

/** Lists told as a whole outside a step: what was known before the first line of an example. */
export function recordLists(
  fold: CaseFold,
  run: RunFold | null,
  lists: NonNullable<FactsRecorded['lists']>,
  entry: number,
): void {
  const factOf = run === null ? fold.set.sharedFactOf : run.protocol.factOf;
  for (const [id, told] of Object.entries(lists)) {
    const fact = factOf.get(id);
    const store = fact?.isShared ? fold.facts : run?.facts;
    if (fact === undefined || store === undefined) continue;
    listStatus(store, fact);
    for (const row of told.rows) recordRow(fold, store, fact, row, false, entry);
    if (told.closed) recordRow(fold, store, fact, undefined, true, entry);
  }
}

/** A row of a list of the case that was told outside a step. */
export function recordStatedRow(fold: CaseFold, { list, row }: FactsRecorded, entry: number): void {
  const fact = list === undefined ? undefined : fold.set.sharedFactOf.get(list);
  if (fact !== undefined && row !== undefined) recordRow(fold, fold.facts, fact, row, false, entry);
}
