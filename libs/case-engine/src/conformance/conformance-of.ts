import type { CaseState } from '../fold/case-state';
import { viewCase } from '../view/view-case';
import { deviationsOfCase } from './case-deviations';
import type { CaseConformance, RunConformance } from './conformance-types';
import { fitnessOf } from './fitness';
import { replaySteps } from './replay-steps';
import { conformanceOfStep } from './step-conformance';

/**
 * A case replayed against its protocols: what was done in order, in time, by whom it should be, approved where needed; what
 * departed from them; how much of what was expected was done so. What is unknown counts neither for nor against anybody.
 */
export function conformanceOf(state: CaseState): CaseConformance {
  const view = viewCase(state);
  const fold = state.readFold();
  const traces = replaySteps(fold);
  const runs = view.runs.flatMap((run): RunConformance[] => {
    const folded = fold.findRun(run.runId);
    if (!folded) return [];
    const steps = run.steps.map((step) =>
      conformanceOfStep(fold, folded, step, traces.traceOf(run.runId, step.id)),
    );
    const { runId, protocol, version, title, openedAt } = run;
    return [{ runId, protocol, version, title, openedAt, steps, ...fitnessOf(steps) }];
  });
  return {
    runs,
    deviations: deviationsOfCase(fold, view, runs, traces),
    ...fitnessOf(runs.flatMap(({ steps }) => steps)),
  };
}
