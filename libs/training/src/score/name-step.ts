import type { CaseFold } from '@repere/case-engine';

/** A step by name: `protection.report`, of the second run `hearing#2.held`. */
export function nameStep(fold: CaseFold, runId: string, step: string): string {
  const run = fold.findRun(runId);
  if (!run) return step;
  const { id } = run.protocol;
  const place = fold.runs.filter((it) => it.protocol.id === id).indexOf(run);
  return place > 0 ? `${id}#${place + 1}.${step}` : `${id}.${step}`;
}
