import type { ChecklistAnswers, FactValue } from '@repere/protocol';
import type { CaseFold } from '../fold/case-fold';
import type { FactStore } from '../facts/fact-store';
import type { RunFold } from '../fold/run-fold';
import type { CaseState } from '../fold/case-state';
import type { CaseView, FactView } from '../journal/engine-types';
import { deviationsOf } from '../deadlines/deviations';
import { nextChangeAt } from '../deadlines/next-change';
import { daysAround } from '../order/days-around';
import type { CompiledFact } from '../compile/protocol-set';
import { viewRun } from './view-run';

/** Everything about the case at the state's time: runs, facts in effect, deadlines, deviations. Computed when asked for. */
export function viewCase(state: CaseState): CaseView {
  const fold = state.readFold();
  const runs = fold.runs.map((run) => viewRun(fold, run));
  const deadlines = runs.flatMap((run) =>
    run.steps.flatMap((step) => [step.deadline, step.approvalDeadline].filter((it) => it !== null)),
  );
  return {
    seq: fold.entries.at(-1)?.seq ?? 0,
    now: fold.now,
    days: daysAround(fold.now, fold.territory.zone),
    runs,
    facts: [
      ...viewFacts(fold, fold.set.sharedFacts, fold.facts, null),
      ...fold.runs.flatMap((run) => viewFacts(fold, run.protocol.ownFacts, run.facts, run)),
    ],
    deadlines,
    deviations: deviationsOf(fold, runs),
    nextChangeAt: nextChangeAt(fold, runs),
  };
}

function viewFacts(
  fold: CaseFold,
  facts: readonly CompiledFact[],
  store: FactStore,
  run: RunFold | null,
): FactView[] {
  return facts.flatMap((fact) => {
    const list = store.lists?.[fact.slot];
    const value = valueOf(fact, store);
    const entry = fold.entries[list ? list.entry : (store.entries[fact.slot] ?? -1)];
    if (!entry || (value === null && !list)) return [];
    return [
      {
        fact: fact.id,
        runId: run?.runId ?? null,
        value: value ?? [],
        ...(list && {
          rows: list.rows.map((row) => ({ id: row.id, values: rowValues(fact, row.raw) })),
          isClosed: list.isClosed && list.waiting === 0,
        }),
        entryId: entry.id,
        seq: entry.seq,
      },
    ];
  });
}

function valueOf(fact: CompiledFact, store: FactStore): FactValue | null {
  const checklist = store.checklists?.[fact.slot];
  if (checklist) return Object.fromEntries(checklist.raw) as ChecklistAnswers;
  return store.raw[fact.slot] ?? null;
}

function rowValues(fact: CompiledFact, raw: readonly (FactValue | null)[]): Record<string, FactValue> {
  const values: Record<string, FactValue> = {};
  for (const field of fact.list?.fields ?? []) {
    const value = raw[field.slot];
    if (value !== null && value !== undefined) values[field.id] = value;
  }
  return values;
}
