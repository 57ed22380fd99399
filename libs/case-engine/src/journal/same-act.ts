import { absencesOf } from '../steps/absences';
import type { CaseFold } from '../fold/case-fold';
import { dependenciesOf } from '../compile/dependencies';
import { dueTime } from '../deadlines/due-times';
import type { StepCompleted } from './journal-entry';
import { missingEvidenceOf } from '../steps/missing-requirements';
import type { CompiledFact, CompiledStep } from '../compile/protocol-set';
import type { RunFold } from '../fold/run-fold';
import { occurrenceOf } from '../facts/entry-status';
import { stepState } from '../steps/step-state';

/** An act done in another run that counts for this step: its entry, and its place in the journal. */
export interface SameAct {
  readonly entry: StepCompleted;
  readonly runId: string;
  readonly at: number;
}

/**
 * The same part, done in another run so lately that it counts here too; `null` if none is. Not once anything that it stands
 * on was told again, or the child went missing and came back: then it is asked anew.
 */
export function sameActElsewhere(fold: CaseFold, run: RunFold, step: CompiledStep): SameAct | null {
  const { valid, definition } = step;
  if (valid === null || stepState(fold, run, step.index) !== 'ready') return null;
  let found: SameAct | null = null;
  for (const other of fold.runs) {
    if (other === run) continue;
    for (const its of other.protocol.steps) {
      if (its.definition.part !== definition.part || its.definition.part === undefined) continue;
      const act = actThatCounts(fold, { run: other, step: its }, { run, step });
      if (act !== null && (found === null || act.at > found.at)) found = act;
    }
  }
  return found;
}

interface StepOfRun {
  readonly run: RunFold;
  readonly step: CompiledStep;
}

/** The latest act of `there`, if it counts `here`. */
function actThatCounts(fold: CaseFold, there: StepOfRun, here: StepOfRun): SameAct | null {
  const { valid } = here.step;
  const index = there.run.last[there.step.index] ?? -1;
  const entry = fold.entries[index];
  if (valid === null || entry?.kind !== 'step-completed' || entry.sameAs !== undefined) return null;
  if (stepState(fold, there.run, there.step.index) !== 'done') return null;
  if (missingEvidenceOf(fold, there.step, index).length > 0) return null;
  const { from: at } = occurrenceOf(fold, index);
  if (dueTime(at, valid.within, fold.territory).dueAt < fold.now) return null;
  if (absencesOf(fold).some(({ until }) => until === null || until > at)) return null;
  return isToldSince(fold, here, index) ? null : { entry, runId: there.run.runId, at };
}

/** Whether anything that the step asks, reads or is void by was told after this entry. */
function isToldSince(fold: CaseFold, { run, step }: StepOfRun, index: number): boolean {
  const { sharedFactOf } = fold.set;
  const { reads } = dependenciesOf(fold.set, run.protocol, step);
  const facts: readonly CompiledFact[] = [
    ...step.fields.values(),
    ...(step.valid?.until ?? []),
    ...[...reads].flatMap((key) => sharedFactOf.get(key) ?? []),
  ];
  return facts.some((fact) => lastToldAt(fold, fact) > index);
}

/** Place of the latest entry that told a shared fact; -1: nobody did. */
function lastToldAt(fold: CaseFold, fact: CompiledFact): number {
  const { entries, lists, checklists } = fold.facts;
  const items = checklists?.[fact.slot]?.entries.values() ?? [];
  return Math.max(entries[fact.slot] ?? -1, lists?.[fact.slot]?.entry ?? -1, ...items);
}
