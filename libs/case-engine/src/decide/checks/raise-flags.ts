import type { Flag } from '@repere/protocol';
import { appliesTo, type SentStep, testSent } from './ask-of-sent';
import type { CaseFold, Flagged } from '../../fold/case-fold';
import type { RunFold } from '../../fold/run-fold';
import type { FactsRecorded, StepCompleted } from '../../journal/journal-entry';
import type { CompiledStep } from '../../compile/protocol-set';

/**
 * Notes what is wrong with an entry that is recorded all the same: its step's flags, and on the record of another's act
 * what would be refused of ours.
 */
export function raiseFlags(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  sent: Pick<StepCompleted, 'values' | 'row'>,
  entry: number,
): void {
  const raised = new Set<string>();
  const raise = (when: string): void => {
    if (!raised.has(when)) fold.flagged.push({ entry, runId: run.runId, step: step.id, when });
    raised.add(when);
  };
  for (const flag of step.flags) {
    if (appliesTo(fold, run, step, sent, flag.when)) raise(flag.definition.when);
  }
  if (step.definition.kind !== 'recorded-act') return;
  for (const requirement of step.requires) {
    if (!appliesTo(fold, run, step, sent, requirement.when)) continue;
    if (testSent(fold, run, step, sent, requirement.that) !== true) raise(requirement.definition.when);
  }
}

/**
 * A row that is told outside of steps raises what the step that fills its list would raise: one register, one alert. Only what is
 * surely so, and was not already: a whole row is told each time that one word of it changes.
 */
export function raiseFlagsOfList(fold: CaseFold, { values, list, row }: FactsRecorded, entry: number): void {
  if (list === undefined || row === undefined) return;
  const told = { values, row };
  const fact = fold.set.sharedFactOf.get(list);
  const before = { values: {}, row: { id: row.id, values: {} } };
  for (const run of fold.runs) {
    for (const step of run.protocol.steps) {
      if (step.definition.adds !== list || step.list !== fact) continue;
      for (const { when, definition } of step.flags) {
        const holds = (sent: SentStep): boolean => testSent(fold, run, step, sent, when) === true;
        if (!holds(told) || holds(before)) continue;
        fold.flagged.push({ entry, runId: run.runId, step: step.id, when: definition.when });
      }
    }
  }
}

/** The flags in the words of the version that their run follows now; none if that version raises them no more. */
export function flagsRaised(fold: CaseFold, { runId, step, when }: Flagged): readonly Flag[] {
  const run = fold.findRun(runId);
  const definition = run?.protocol.steps[run.indexOf(step)]?.definition;
  if (!definition) return [];
  const isOutside = definition.kind === 'recorded-act';
  return [...definition.flags, ...(isOutside ? definition.requires : [])].filter((it) => it.when === when);
}
