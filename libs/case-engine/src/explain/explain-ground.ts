import { formatMoment } from './format-moment';
import type { Text } from '@repere/feel';
import type { CaseFold } from '../fold/case-fold';
import type { RunFold } from '../fold/run-fold';
import type { StepState } from '@repere/protocol';
import { dependenciesOf } from '../compile/dependencies';
import { nameReferences, type Named } from './name-reference';
import type { CompiledStep } from '../compile/protocol-set';
import { isAfterDone, opensAt, stepApplies, testIn } from '../steps/step-state';

/** What a state stands on: steps before it, conditions, a date, a correction. */
export interface Ground {
  readonly kind: 'after' | 'condition' | 'time' | 'correction' | 'none';
  readonly things: readonly Named[];
  readonly opensAt?: Text;
}

const NONE: Ground = { kind: 'none', things: [] };

export function explainGround(fold: CaseFold, run: RunFold, step: CompiledStep, state: StepState): Ground {
  switch (state) {
    case 'waiting': {
      const isWhen = stepApplies(fold, run, step) === null;
      const condition = isWhen ? step.when : step.ready;
      if (!condition) return NONE;
      return {
        kind: 'condition',
        things: nameReferences(fold, run, step.index, condition, 'unresolved'),
      };
    }
    case 'blocked':
      if (!isAfterDone(fold, run, step)) return { kind: 'after', things: stepsBefore(fold, run, step) };
      return step.ready
        ? { kind: 'condition', things: nameReferences(fold, run, step.index, step.ready, 'deciding') }
        : NONE;
    case 'not-applicable':
      return outGround(fold, run, step);
    case 'not-yet': {
      const at = opensAt(fold, run, step);
      if (at !== null) return { kind: 'time', things: [], opensAt: formatMoment(at, fold.territory.zone) };
      const start = step.opensAt?.start;
      if (start?.kind === 'step') return { kind: 'time', things: named(run, [start.step]) };
      return start?.kind === 'fact'
        ? {
            kind: 'time',
            things: [{ name: start.fact.id, title: start.fact.definition.title, fact: start.fact }],
          }
        : NONE;
    }
    case 'to-confirm':
      return { kind: 'correction', things: correctedFacts(fold, run, step) };
    case 'ready':
    case 'awaiting-approval':
    case 'done-to-approve':
    case 'done':
    case 'waived':
      return NONE;
  }
}

function outGround(fold: CaseFold, run: RunFold, step: CompiledStep): Ground {
  for (const [condition, excludes] of [
    [step.unless, true],
    [step.when, false],
  ] as const) {
    if (condition && testIn(fold, run, step.index, condition) === excludes) {
      return { kind: 'condition', things: nameReferences(fold, run, step.index, condition, 'deciding') };
    }
  }
  return { kind: 'after', things: named(run, step.after) };
}

/** The steps before it that are still to be done. */
function stepsBefore(fold: CaseFold, run: RunFold, step: CompiledStep): readonly Named[] {
  const open = step.after.filter((before) => !isAfterDone(fold, run, { ...step, after: [before] }));
  return named(run, open);
}

function named(run: RunFold, steps: readonly number[]): readonly Named[] {
  return steps.flatMap((index) => {
    const step = run.protocol.steps[index];
    return step ? [{ name: step.id, title: step.definition.title, step: step.id, runId: run.runId }] : [];
  });
}

function correctedFacts(fold: CaseFold, run: RunFold, step: CompiledStep): readonly Named[] {
  const amendment = fold.entries[run.toConfirm.marksOf(step.index)];
  if (amendment?.kind !== 'entry-amended') return [];
  const { stoodOn } = dependenciesOf(fold.set, run.protocol, step);
  const corrected = [...fold.set.sharedFacts, ...fold.runs.flatMap((it) => it.protocol.ownFacts)].filter(
    (fact) => stoodOn.has(fact.key) && (fact.id in amendment.values || fact.list !== null),
  );
  return corrected
    .filter((fact) => fact.list === null || amendment.row !== undefined)
    .map((fact) => ({ name: fact.id, title: fact.definition.title, fact }));
}
