import type { FactValues } from '@repere/protocol';
import type { CaseFold } from '../fold/case-fold';
import { carriedAnswer, carriedRow } from '../facts/carried-answer';
import type { CompiledFact, CompiledStep } from '../compile/protocol-set';
import { recordRow, recordValue } from '../facts/record-value';
import type { RunFold } from '../fold/run-fold';
import type { StatedContent } from '../journal/entry-status';

/** Puts in effect what was said while the run followed another version: each answer where it was given, and where it now belongs. */
export function recordPast(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  said: StatedContent,
  entry: number,
): void {
  recordPastValues(fold, run, said.values, entry);
  const told = step.list;
  if (!told?.list) return;
  for (const now of placesOf(run, told.id, told)) {
    if (!now.list) continue;
    const row = said.row && { id: said.row.id, values: carriedRow(told.list, now.list, said.row.values) };
    // "No other" was said of the run's own list: it does not close the case's.
    const closes = said.closes === true && told.isShared === now.isShared;
    recordRow(fold, now.isShared ? fold.facts : run.facts, now, row, closes, entry);
  }
}

/** The same for values alone. */
export function recordPastValues(fold: CaseFold, run: RunFold, values: FactValues, entry: number): void {
  const { factOf } = run.protocolAt(entry);
  for (const [id, raw] of Object.entries(values)) {
    const told = factOf.get(id);
    for (const now of placesOf(run, id, told)) {
      if (now.list !== null) continue;
      const answer = carriedAnswer((told ?? now).definition, now, raw);
      if (answer === undefined) continue;
      recordValue(fold, now.isShared ? fold.facts : run.facts, now, answer, entry);
    }
  }
}

/** What was told to the case stays the case's; beside that, an answer goes to the fact of its name in the version followed now. */
function placesOf(run: RunFold, id: string, told: CompiledFact | undefined): readonly CompiledFact[] {
  const now = run.protocol.factOf.get(id);
  const places = new Set([...(told?.isShared ? [told] : []), ...(now ? [now] : [])]);
  return [...places];
}
