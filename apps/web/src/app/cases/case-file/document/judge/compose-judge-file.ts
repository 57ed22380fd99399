import type { CaseFile, TimelineEntry } from '@repere/contract';
import type { RunView, StepView } from '@repere/case-engine';
import { orderSteps } from '@repere/case-engine';

/** What somebody did or decided, where it stands in its protocol. */
export interface JudgeLine {
  readonly entry: TimelineEntry;
  readonly run: RunView | null;
  readonly step: StepView | null;
  readonly isDecision: boolean;
}

export interface JudgeFile {
  /** By when it happened, the oldest first. */
  readonly done: readonly JudgeLine[];
  readonly open: readonly { readonly run: RunView; readonly step: StepView }[];
  /** What the file leaves out of what the complete record has. */
  readonly system: number;
  readonly notApplicable: number;
  readonly notYet: number;
}

/** What was done and decided, in order; what is left out is counted. */
export function composeJudgeFile({ state }: CaseFile, entries: readonly TimelineEntry[]): JudgeFile {
  const byPeople = entries.filter(({ system }) => !system);
  const open = orderSteps(state).filter(({ of }) => of === 'step');
  const isOpen = new Set(open.map(({ run, step }) => `${run.runId}/${step.id}`));
  const rest = state.runs.flatMap((run) =>
    run.steps.filter(({ id, entryIds }) => entryIds.length === 0 && !isOpen.has(`${run.runId}/${id}`)),
  );
  const notApplicable = rest.filter((step) => step.state === 'not-applicable').length;
  return {
    done: [...byPeople].sort(byTime).map((entry) => {
      const run = state.runs.find(({ runId }) => runId === entry.runId) ?? null;
      const step = run?.steps.find(({ id }) => id === entry.step) ?? null;
      return { entry, run, step, isDecision: step?.kind === 'decision' };
    }),
    open: open.map(({ run, step }) => ({ run, step })),
    system: entries.length - byPeople.length,
    notApplicable,
    notYet: rest.length - notApplicable,
  };
}

/** What happened at the same moment: as it was entered. */
const byTime = (a: TimelineEntry, b: TimelineEntry): number =>
  Date.parse(a.occurredAt) - Date.parse(b.occurredAt) || a.seq - b.seq;
