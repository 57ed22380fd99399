import type { FactValues } from '@repere/protocol';
import type { Truth } from '@repere/feel';
import { testSent } from './ask-of-sent';
import type { CaseState } from '../../fold/case-state';

/**
 * Whether each field of a step matters, by what is being filled in: `true`, `false` (not asked), or unknown (asked). Fields
 * without a condition always do. Keys are those of the step's `fields`: `margin`, `exams.margin`.
 */
export function relevantFields(
  state: CaseState,
  runId: string,
  stepId: string,
  values: FactValues,
  row?: { readonly id: string; readonly values: FactValues },
): Readonly<Record<string, Truth>> {
  const fold = state.readFold();
  const run = fold.findRun(runId);
  const step = run?.protocol.steps[run.indexOf(stepId)];
  if (!run || !step) return {};
  const sent = { values, ...(row && { row }) };
  const relevant: Record<string, Truth> = {};
  for (const id of step.fields.keys()) {
    const condition = step.relevant.get(id);
    relevant[id] = condition ? testSent(fold, run, step, sent, condition) : true;
  }
  for (const id of step.rowFields.keys()) {
    const condition = step.list?.list?.relevant.get(id);
    relevant[`${step.list?.id ?? ''}.${id}`] = condition ? testSent(fold, run, step, sent, condition) : true;
  }
  return relevant;
}
