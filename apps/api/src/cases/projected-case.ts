import type { FactDefinition, FactValue } from '@repere/protocol-engine';
import { alertsOf } from './alerts/alerts-of';
import type { LoadedCase } from './loaded-case';

/** What the projections hold of a case: rows of `run`, `step_state`, `deadline`, `case_fact`, `alert`, and columns of `case_file`. Times ISO 8601. */
export interface ProjectedCase {
  readonly runs: readonly Readonly<Record<string, string | boolean | null>>[];
  readonly steps: readonly Readonly<Record<string, string | null>>[];
  readonly deadlines: readonly Readonly<Record<string, string | boolean | null>>[];
  readonly facts: readonly {
    readonly run_id: string | null;
    readonly fact: string;
    readonly value: unknown;
    readonly seq: number;
  }[];
  readonly alerts: readonly Readonly<Record<string, string | null>>[];
  readonly nextChangeAt: string | null;
  readonly nextDueAt: string | null;
}

/** The projections of a case, from its state alone: the same whenever they are rebuilt at the same time. */
export function projectCase(file: LoadedCase): ProjectedCase {
  const { view } = file;
  const due = view.deadlines
    .filter((it) => it.owner === 'ours' && it.metAt === null)
    .flatMap((it) => it.dueAt ?? []);
  return {
    runs: view.runs.map((run) => ({
      id: run.runId,
      protocol: run.protocol,
      version: run.version,
      hash: file.versionOf(run.runId).hash,
      opened_at: iso(run.openedAt),
      ended: run.ended,
      outcome: run.outcome?.id ?? null,
    })),
    steps: view.runs.flatMap((run) =>
      run.steps
        .filter((step) => step.state !== 'not-applicable')
        .map((step) => ({
          run_id: run.runId,
          step: step.id,
          state: step.state,
          to_approve: step.toApprove,
          approver_role:
            step.toApprove === null ? null : (file.findStep(run.runId, step.id)?.approvedBy?.role ?? 'SUP'),
          opens_at: iso(step.opensAt),
        })),
    ),
    deadlines: view.deadlines.map((it) => ({
      run_id: it.runId,
      step: it.step,
      of: it.of,
      origin: it.origin,
      owner: it.owner,
      starts_at: iso(it.from),
      due_at: iso(it.dueAt),
      late_from: iso(it.lateFrom),
      at_once: it.atOnce,
      met_at: iso(it.metAt),
    })),
    facts: view.facts.flatMap(({ fact, runId, value, seq }) => {
      const definition = file.findFact(runId, fact);
      return definition && isCoded(definition)
        ? [{ run_id: runId, fact, value: withoutNotes(value), seq }]
        : [];
    }),
    alerts: alertsOf(file).map(({ id, deviation, entryId, at }) => ({
      id,
      run_id: deviation.runId,
      step: deviation.step,
      entry_id: entryId,
      kind: deviation.kind,
      at: iso(at),
    })),
    nextChangeAt: iso(view.nextChangeAt),
    nextDueAt: due.length === 0 ? null : iso(Math.min(...due)),
  };
}

const CODED_TYPES: readonly FactDefinition['type'][] = ['choice', 'yes-no', 'number', 'months', 'checklist'];
const CODED_CLASSES: readonly FactDefinition['class'][] = ['situation', 'judicial'];

/** Codes and figures that identify nobody: what SQL may read. */
const isCoded = ({ type, class: fieldClass, sensitive }: FactDefinition): boolean =>
  CODED_TYPES.includes(type) && CODED_CLASSES.includes(fieldClass) && sensitive !== true;

/** An answer's note is free text: it stays in the journal. */
function withoutNotes(value: FactValue): unknown {
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  if ('answer' in value) return { answer: value.answer };
  return Object.fromEntries(
    Object.entries(value).map(([item, answer]) => [
      item,
      typeof answer === 'object' ? { answer: answer.answer } : answer,
    ]),
  );
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
