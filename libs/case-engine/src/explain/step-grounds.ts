import type { CaseFold } from '../fold/case-fold';
import type { CaseState } from '../fold/case-state';
import { nameReferences, type Named } from './name-reference';
import type { CompiledOpens, CompiledStep, StateCondition } from '../compile/protocol-set';
import type { RunFold } from '../fold/run-fold';
import { testIn } from '../steps/step-state';

/** Something recorded of this child that a step stands on: a fact, with the item of a checklist, or a step that was done. */
export interface StepGround {
  readonly title: Named['title'];
  readonly fact?: string;
  /** The item of a checklist. */
  readonly part?: string;
  /** The run whose fact or step it is; absent for a fact of the case. */
  readonly runId?: string;
  readonly step?: string;
}

/**
 * Why this step is asked of this child: what its own conditions stand on, then what the opening of its run stood on, as far
 * as both still hold. Empty for what every child is offered. Throws on an unknown step.
 */
export function groundsOfStep(state: CaseState, runId: string, stepId: string): readonly StepGround[] {
  const fold = state.readFold();
  const run = fold.findRun(runId);
  const step = run?.protocol.steps[run.indexOf(stepId)];
  if (!run || !step) throw new RangeError(`No step ${stepId} in run ${runId}`);
  const found = [...ofConditions(fold, run, step.index, step), ...ofOpening(fold, run)];
  const known = new Map(found.map((it) => [[it.runId, it.fact ?? it.step, it.part].join('/'), it]));
  return [...known.values()];
}

function ofOpening(fold: CaseFold, run: RunFold): readonly StepGround[] {
  const opened = fold.entries[run.opened];
  if (opened?.kind !== 'run-opened' || !opened.because) return [];
  const { runId, opens } = opened.because;
  const parent = fold.findRun(runId);
  const line = parent?.protocol.opens.find(({ definition }) => definition.id === opens);
  return parent && line ? ofConditions(fold, parent, -1, line) : [];
}

function ofConditions(
  fold: CaseFold,
  run: RunFold,
  step: number,
  { when, unless }: Pick<CompiledStep | CompiledOpens, 'when' | 'unless'>,
): readonly StepGround[] {
  return [...decided(fold, run, step, when, true), ...decided(fold, run, step, unless, false)];
}

/** What makes a condition exactly what lets the step be; nothing while it is unknown, since then nothing was told. */
function decided(
  fold: CaseFold,
  run: RunFold,
  step: number,
  condition: StateCondition | null,
  wanted: boolean,
): readonly StepGround[] {
  if (condition === null || testIn(fold, run, step, condition) !== wanted) return [];
  return nameReferences(fold, run, step, condition, 'deciding').flatMap((it): readonly StepGround[] => {
    if (it.fact) {
      const { title, fact, part, runId } = it;
      return [
        { title, fact: fact.id, ...(part !== undefined && { part }), ...(runId !== undefined && { runId }) },
      ];
    }
    const { title, step: done, runId } = it;
    return done !== undefined && runId !== undefined ? [{ title, step: done, runId }] : [];
  });
}
