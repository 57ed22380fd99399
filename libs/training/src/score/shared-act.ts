import type { CaseFold } from '@repere/case-engine';
import type { Text } from '@repere/feel';
import { nameStep } from './name-step';

/** Where an act is asked for: a step of a run, and what its protocol is called. */
export interface PlaceOfStep {
  readonly runId: string;
  readonly step: string;
  readonly protocol: Text;
}

type Step = Pick<PlaceOfStep, 'runId' | 'step'>;

/**
 * What is one act, however many protocols ask for it: a part that two of them use is done once for both, and missing once. Two runs of one
 * protocol are two acts: the first goes with the first of another protocol, and so on.
 */
export function actOf(fold: CaseFold, { runId, step }: Step): string {
  const run = fold.findRun(runId);
  const part = run?.protocol.steps[run.indexOf(step)]?.definition.part;
  if (!run || part === undefined) return nameStep(fold, runId, step);
  const uses = fold.runs
    .filter(({ protocol }) => protocol.id === run.protocol.id)
    .flatMap((it) => it.protocol.steps.map(({ definition }) => ({ it, definition })))
    .filter(({ definition }) => definition.part === part);
  const place = uses.findIndex(({ it, definition }) => it === run && definition.id === step);
  return `part ${part} ${String(place)}`;
}

/** Steps by what is one act, in their order. */
export function groupByAct<S extends Step>(fold: CaseFold, steps: readonly S[]): readonly (readonly S[])[] {
  const acts = new Map<string, S[]>();
  for (const step of steps) {
    const act = actOf(fold, step);
    acts.set(act, [...(acts.get(act) ?? []), step]);
  }
  return [...acts.values()];
}

/** Where these stand, each protocol once. */
export function placesOf(fold: CaseFold, steps: readonly Step[]): readonly PlaceOfStep[] {
  const places = new Map<string, PlaceOfStep>();
  for (const { runId, step } of steps) {
    const protocol = fold.findRun(runId)?.protocol;
    if (protocol && !places.has(protocol.id))
      places.set(protocol.id, { runId, step, protocol: protocol.document.title });
  }
  return [...places.values()];
}
