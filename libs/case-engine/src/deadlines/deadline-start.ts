import { parseDate, startOfDay } from '@repere/feel';
import type { CaseFold } from '../fold/case-fold';
import type { RunFold } from '../fold/run-fold';
import { occurrenceOf } from '../facts/entry-status';
import { storeOf } from '../facts/read-facts';
import type { CompiledFact, Start } from '../compile/protocol-set';

/**
 * When a period starts, epoch ms; `null` while its starting point is not there or has no date. An imprecise start counts
 * from its earliest moment. `startedBy` is the completion that a deadline counts from, where the fold remembered one.
 */
export function startOf(fold: CaseFold, run: RunFold, start: Start, startedBy: number): number | null {
  switch (start.kind) {
    case 'run':
      return occurrenceOf(fold, run.opened).from;
    case 'step': {
      const entry = startedBy >= 0 ? startedBy : (run.last[start.step] ?? -1);
      return entry < 0 ? null : occurrenceOf(fold, entry).from;
    }
    case 'fact':
      return startOfDate(fold, run, start.fact);
  }
}

/** The first moment of a date that was told, estimates included: a deadline is better too early than missing. */
function startOfDate(fold: CaseFold, run: RunFold, fact: CompiledFact): number | null {
  const outer = fold.run;
  fold.run = run;
  const raw = storeOf(fold, fact)?.raw[fact.slot];
  fold.run = outer;
  if (typeof raw !== 'string') return null;
  const date = parseDate(raw);
  return date.ok ? startOfDay(date.value.span.firstDay, fold.territory.zone) : null;
}
