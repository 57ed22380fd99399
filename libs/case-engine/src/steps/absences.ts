import type { Absence, CaseFold } from '../fold/case-fold';
import { occurrenceOf } from '../facts/entry-status';
import type { CompiledStep } from '../compile/protocol-set';
import { testIn } from './step-state';

/**
 * The absences of the child, as runs of a protocol that has `absence` tell them. One lasts until its condition is exactly
 * true: what is unknown goes on being searched. Computed once for each state of the fold, and free where there is none.
 */
export function absencesOf(fold: CaseFold): readonly Absence[] {
  const { absences } = fold;
  if (absences.stamp === fold.stamp) return absences.found;
  const found: Absence[] = [];
  for (const run of fold.runs) {
    const { absence } = run.protocol;
    if (absence === null) continue;
    const since = occurrenceOf(fold, run.opened).from;
    const isOver = testIn(fold, run, -1, absence.over) === true;
    const last = run.last[absence.at] ?? -1;
    // Told without its step, as a case may begin: then no time is counted out.
    const ended = last < 0 ? since : Math.max(since, occurrenceOf(fold, last).from);
    found.push({ run, since, until: isOver ? ended : null });
  }
  fold.absences = { stamp: fold.stamp, found };
  return found;
}

/** The absence that suspends a step which needs the child; `null` if it does not, or the child is there. */
export function absenceOver(fold: CaseFold, step: CompiledStep): Absence | null {
  if (step.definition.needs === undefined) return null;
  return absencesOf(fold).find(({ until }) => until === null) ?? null;
}
