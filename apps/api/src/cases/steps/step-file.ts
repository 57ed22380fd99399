import type { StepDefinition } from '@repere/protocol';
import { Refusal } from '../../platform/refusals/refusal';
import type { AboutStep } from '../acts/case-command-handler';
import type { LoadedCase } from '../reading/loaded-case';

/** The step's definition; `not-found` when the case has no such run or the protocol no such step. */
export function getStep(file: LoadedCase, { runId, step }: AboutStep): StepDefinition {
  const definition = file.hasRun(runId) ? file.findStep(runId, step) : undefined;
  if (!definition) throw new Refusal('not-found');
  return definition;
}
