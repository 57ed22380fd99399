import type { CaseConformance } from '@repere/case-engine';
import { handlingOf } from '@repere/training';
import type { HandlingDto } from './handling.dto';
import type { ScoredCase } from './scored-case';

/** Of more deviations the rest is in the case itself. */
const MOST_DEVIATIONS = 500;

/** The case beside its protocols, step by step, with what departed from them. */
export function showHandling({ runs, deviations }: CaseConformance, names: ScoredCase['names']): HandlingDto {
  const titles = new Map(
    runs.flatMap(({ runId, protocol, steps }) =>
      steps.map(({ step, title }) => [`${runId} ${step}`, { protocol, title }] as const),
    ),
  );
  return {
    runs: runs.map(({ protocol, version, title, steps }) => ({
      ...{ protocol, version, title },
      steps: steps.map((step) => ({ step: step.step, title: step.title, handling: handlingOf(step) })),
    })),
    deviations: deviations.slice(0, MOST_DEVIATIONS).flatMap(({ kind, runId, step, text, enteredBy }) => {
      const named = titles.get(`${runId} ${step}`);
      return named ? [{ kind, step, text, ...named, who: names.get(enteredBy ?? '') ?? null }] : [];
    }),
  };
}
