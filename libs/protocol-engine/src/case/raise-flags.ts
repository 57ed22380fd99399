import { appliesTo, testSent } from './ask-of-sent';
import type { CaseFold } from './case-fold';
import type { RunFold } from './run-fold';
import type { StepCompleted } from './journal-entry';
import type { CompiledStep } from './protocol-set';

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
  for (const flag of step.flags) {
    if (appliesTo(fold, run, step, sent, flag.when)) {
      fold.flagged.push({ entry, run, step, flag: flag.definition });
    }
  }
  if (step.definition.kind !== 'recorded-act') return;
  for (const requirement of step.requires) {
    if (!appliesTo(fold, run, step, sent, requirement.when)) continue;
    if (testSent(fold, run, step, sent, requirement.that) === true) continue;
    const { because, basis, when } = requirement.definition;
    fold.flagged.push({ entry, run, step, flag: { when, because, basis } });
  }
}
