import type { CaseFile } from '@repere/contract';
import type { RunView } from '@repere/case-engine';

/** An absence that goes on: its run, and since when as far as it is recorded. */
export interface OpenAbsence {
  readonly run: RunView;
  /** When Repère was told, epoch milliseconds. */
  readonly reportedAt: number;
  /** EDTF date and hour of the day, as recorded; `null`: not yet. */
  readonly day: string | null;
  readonly hour: number | null;
}

/** The latest absence of the child that has not ended; `null` when they are here. */
export function openAbsence({ state }: Pick<CaseFile, 'state'>): OpenAbsence | null {
  const run = state.runs.findLast(({ absence, ended }) => absence && !ended && !absence.isOver);
  if (!run) return null;
  const valueOf = (fact: string | undefined) =>
    state.facts.find((it) => it.fact === fact && it.runId === run.runId)?.value;
  const day = valueOf(run.absence?.since);
  const hour = valueOf(run.absence?.hour);
  return {
    run,
    reportedAt: run.openedAt,
    day: typeof day === 'string' ? day : null,
    hour: typeof hour === 'number' ? hour : null,
  };
}
