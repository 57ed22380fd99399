import { type DeadlineView, placeInCase, type RunView, urgencyOf, urgencyRank } from '@repere/case-engine';
import { approverOf, countedIn, FACT_TYPES, type FactDefinition } from '@repere/protocol';
import { alertsOf } from '../alerts/alerts-of';
import { projectConformance, projectDeviations } from './projected-conformance';
import type { ProjectedRows } from './projections';
import { iso, isoOrNull } from './json-values';
import { atRest } from './at-rest';
import { standsForCase } from './stands-for-case';
import type { LoadedCase } from '../reading/loaded-case';
import { withoutNotes } from '../words/notes-beside';
import { projectWork, type WorkDeadline, type WorkStep } from './projected-work';

/** What the projections hold of a case: the rows of each table, and columns of `case_file`. Times ISO 8601. */
export interface ProjectedCase {
  readonly rows: ProjectedRows;
  readonly nextChangeAt: string | null;
  readonly nextDueAt: string | null;
}

/** The projections of a case, from its state alone: the same whenever they are rebuilt at the same time. */
export function projectCase(file: LoadedCase): ProjectedCase {
  const { view } = file;
  const rests = atRest(file);
  const runs = new Map(view.runs.map((run) => [run.runId, run]));
  const places = placesOf(view.runs);
  const first = standsForCase(view, {
    rests,
    isDoable: (it) => waitsFor(it, runs.get(it.runId)) === 'doing',
    isUrgent: (it) => urgencyIn(it, runs.get(it.runId)).urgency !== null,
    placeOf: (it) => places.get(`${it.runId}/${it.step}`) ?? 0,
  });
  const due = view.deadlines
    .filter((it) => it.owner === 'ours' && it.metAt === null && !rests(it.runId, it.step))
    .flatMap((it) => it.dueAt ?? []);
  const steps = view.runs.flatMap((run) =>
    run.steps
      .filter((step) => step.state !== 'not-applicable')
      .map((step): WorkStep => {
        const isFirst = first.step?.step === step && first.step.run === run;
        return {
          row: {
            run_id: run.runId,
            step: step.id,
            protocol: run.protocol,
            state: step.state,
            to_approve: step.toApprove,
            approver_role: step.toApprove === null ? null : approverOf(file.findStep(run.runId, step.id)),
            opens_at: isoOrNull(step.opensAt),
            rests: rests(run.runId, step.id),
            is_over: step.isOver === true,
            counted: file.findStep(run.runId, step.id)?.counted ?? null,
          },
          place: places.get(`${run.runId}/${step.id}`) ?? 0,
          version: run.version,
          enteredBy: step.toApprove === null ? null : enteredBy(file, step.toApprove),
          standsFirst: !isFirst ? null : step.protective ? 'protects' : 'other',
          quietUntil: isFirst ? first.quietUntil : null,
        };
      }),
  );
  const deadlines = view.deadlines.map((it): WorkDeadline => ({
    row: {
      run_id: it.runId,
      step: it.step,
      protocol: runs.get(it.runId)?.protocol ?? '',
      waits_for: waitsFor(it, runs.get(it.runId)),
      of: it.of,
      origin: it.origin,
      owner: it.owner,
      starts_at: isoOrNull(it.from),
      due_at: isoOrNull(it.dueAt),
      late_from: isoOrNull(it.lateFrom),
      at_once: it.atOnce,
      met_at: isoOrNull(it.metAt),
      rests: rests(it.runId, it.step),
    },
    standsFirst: it === first.deadline,
    ...urgencyIn(it, runs.get(it.runId)),
  }));
  return {
    rows: {
      run: view.runs.map((run) => ({
        id: run.runId,
        protocol: run.protocol,
        version: run.version,
        hash: file.versionOf(run.runId).hash,
        opened_at: iso(run.openedAt),
        ended: run.ended,
        outcome: run.outcome?.id ?? null,
        is_absence: run.absence !== undefined && !run.absence.isOver,
      })),
      step_state: steps.map(({ row }) => row),
      deadline: deadlines.map(({ row }) => row),
      work_line: projectWork(deadlines, steps),
      case_fact: view.facts.flatMap(({ fact, runId, value, seq }) => {
        const definition = file.findFact(runId, fact);
        return definition && isCoded(definition)
          ? // An answer's note is free text: it stays in the journal.
            [
              {
                ...{ run_id: runId, fact, value: withoutNotes(value), seq: String(seq) },
                ...{ role: definition.role ?? null, counted: countedIn(definition, value) },
              },
            ]
          : [];
      }),
      alert: alertsOf(file).map(({ id, deviation, entryId, at }) => ({
        id,
        run_id: deviation.runId,
        step: deviation.step,
        entry_id: entryId,
        kind: deviation.kind,
        at: iso(at),
      })),
      step_conformance: projectConformance(file),
      deviation: projectDeviations(file),
    },
    nextChangeAt: isoOrNull(view.nextChangeAt),
    nextDueAt: due.length === 0 ? null : iso(Math.min(...due)),
  };
}

/** Who entered this act. */
const enteredBy = (file: LoadedCase, entryId: string): string | null =>
  file.journal.find(({ id }) => id === entryId)?.enteredBy ?? null;

/** The place of each step in its case, by `run/step`. */
const placesOf = (runs: readonly RunView[]): ReadonlyMap<string, number> =>
  new Map(
    runs.flatMap(({ runId, steps }, run) =>
      steps.map(({ id }, step) => [`${runId}/${id}`, placeInCase(run, step)] as const),
    ),
  );

function urgencyIn(deadline: DeadlineView, run: RunView | undefined): Pick<WorkDeadline, 'urgency' | 'rank'> {
  const step = run?.steps.find(({ id }) => id === deadline.step);
  const urgency = step && deadline.of === 'step' ? urgencyOf(step, deadline) : null;
  return { urgency, rank: step && urgency !== null ? urgencyRank(step, deadline) : 0 };
}

/**
 * What an open deadline waits for: `doing` (somebody of ours can do it now), `opening` (not yet possible), `approval` (the
 * second person's), `null` (nothing: its step may not even apply). A decision that nobody has taken owes its approval too.
 */
function waitsFor({ step, of, lastDoneAt }: DeadlineView, run: RunView | undefined): string | null {
  const found = run?.steps.find(({ id }) => id === step);
  if (!found || found.state === 'not-applicable' || found.state === 'waiting') return null;
  if (of === 'approval') return found.toApprove === null ? 'doing' : 'approval';
  if (found.state === 'awaiting-approval') return 'approval';
  // A duty that was done and is due again is not met by that: somebody can do it now.
  if (lastDoneAt !== undefined) return 'doing';
  return found.state === 'ready' || found.state === 'to-confirm' ? 'doing' : 'opening';
}

const CODED_CLASSES: readonly FactDefinition['class'][] = ['situation', 'judicial'];

/** Codes and figures that identify nobody: what SQL may read. */
const isCoded = ({ type, class: fieldClass, sensitive }: FactDefinition): boolean =>
  FACT_TYPES[type].isCoded && CODED_CLASSES.includes(fieldClass) && sensitive !== true;
