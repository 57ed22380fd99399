import { occurrenceAt, type Text } from '@repere/feel';
import type { FactValues, StepState } from '@repere/protocol';
import { applyEntry, atTime, type CaseState } from '../fold/case-state';
import type { CaseFold } from '../fold/case-fold';
import { checkOne } from '../decide/checks/check-sent';
import type { CaseView, DeadlineView, DecideContext, Reason, RunView } from '../journal/engine-types';
import { entryBase } from '../journal/entry-base';
import type { FactsRecorded } from '../journal/journal-entry';
import { holding, openRuns } from '../fold/open-runs';
import { refusal } from '../decide/reason';
import { viewCase } from '../view/view-case';

/** A step that would be otherwise. `null`: its protocol isn't there. */
export interface TriedStep {
  readonly runId: string;
  readonly step: string;
  readonly title: Text;
  readonly before: StepState | null;
  readonly after: StepState | null;
}

export interface Tried {
  readonly opens: readonly { readonly runId: string; readonly protocol: string; readonly title: Text }[];
  readonly steps: readonly TriedStep[];
  /** Deadlines that would come up, or fall on another day. */
  readonly deadlines: readonly (Pick<DeadlineView, 'runId' | 'step' | 'origin' | 'dueAt' | 'atOnce'> & {
    readonly title: Text;
  })[];
  /** Protocols that would protect less. What else would change there is not told: that would coach. */
  readonly lessProtective: readonly Text[];
}

export type TriedAnswers =
  { readonly ok: true; readonly tried: Tried } | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * What would be otherwise if these answers were so: "what if". Facts of the case by id, or of the run when one is named. Nobody
 * has entered them, so that approvals and second persons play no part, and nothing is kept. Refused: unknown facts, lists,
 * values that the fact doesn't take.
 */
export function tryAnswers(
  state: CaseState,
  values: FactValues,
  runId: string | null,
  { now, newId, inForce }: Pick<DecideContext, 'now' | 'newId' | 'inForce'>,
): TriedAnswers {
  const current = atTime(state, now);
  const fold = current.readFold();
  const reasons = reasonsAgainst(fold, values, runId);
  if (reasons.length > 0) return { ok: false, reasons };
  const before = viewCase(current);
  const held = holding(fold);
  let after = current;
  for (const entry of asEntries(fold, values, runId, { now, newId })) after = applyEntry(after, entry);
  for (const entry of openRuns(after, { now, newId, inForce }, 'system:what-if', held))
    after = applyEntry(after, entry);
  return { ok: true, tried: compare(before, viewCase(after)) };
}

function reasonsAgainst(fold: CaseFold, values: FactValues, runId: string | null): readonly Reason[] {
  const reasons: Reason[] = [];
  const run = runId === null ? undefined : fold.findRun(runId);
  if (runId !== null && run === undefined) return [refusal('no-such-run', { runId })];
  if (Object.keys(values).length === 0) return [refusal('missing-field', { field: 'values' })];
  for (const [id, raw] of Object.entries(values)) {
    const fact = run?.protocol.factOf.get(id) ?? fold.set.sharedFactOf.get(id);
    if (fact === undefined || fact.list !== null)
      reasons.push(refusal('unknown-field', { field: `values.${id}` }));
    else checkOne(fold, fact, raw, 'values', reasons);
  }
  return reasons;
}

/** Own facts and facts of the case are told apart by who owns them. */
function asEntries(
  fold: CaseFold,
  values: FactValues,
  runId: string | null,
  context: Pick<DecideContext, 'now' | 'newId'>,
): readonly FactsRecorded[] {
  const run = runId === null ? undefined : fold.findRun(runId);
  const isOwn = ([id]: readonly [string, unknown]) => run?.protocol.factOf.get(id)?.isShared === false;
  const all = Object.entries(values);
  const parts = [
    { values: Object.fromEntries(all.filter((it) => !isOwn(it))) },
    { values: Object.fromEntries(all.filter(isOwn)), ...(runId !== null && { runId }) },
  ];
  const base = entryBase(fold, context, 'system:what-if', occurrenceAt(context.now));
  return parts
    .filter((part) => Object.keys(part.values).length > 0)
    .map((part, place) => ({
      kind: 'facts-recorded',
      ...base,
      id: place === 0 ? base.id : context.newId(),
      seq: base.seq + place,
      ...part,
    }));
}

function compare(before: CaseView, after: CaseView): Tried {
  const were = new Map(before.runs.map((run) => [run.runId, run]));
  const isLess = (run: RunView) =>
    run.outcome?.protects === 'less' && were.get(run.runId)?.outcome?.protects !== 'less';
  const told = after.runs.filter((run) => !isLess(run));
  return {
    opens: told
      .filter(({ runId }) => !were.has(runId))
      .map(({ runId, protocol, title }) => ({ runId, protocol, title })),
    steps: told.flatMap((run) => changedSteps(were.get(run.runId), run)),
    deadlines: told.flatMap((run) => changedDeadlines(were.get(run.runId), run)),
    lessProtective: after.runs.filter(isLess).map(({ title }) => title),
  };
}

function changedSteps(before: RunView | undefined, after: RunView): readonly TriedStep[] {
  const were = new Map(before?.steps.map(({ id, state }) => [id, state]));
  return after.steps
    .filter(({ id, state }) => were.get(id) !== state)
    .map(({ id, title, state }) => ({
      runId: after.runId,
      step: id,
      title,
      before: were.get(id) ?? null,
      after: state,
    }));
}

function changedDeadlines(before: RunView | undefined, after: RunView): Tried['deadlines'] {
  const due = new Map(
    before?.steps.map(({ id, state, deadline }) => [id, isOpen(state) ? deadline?.dueAt : undefined]),
  );
  return after.steps.flatMap(({ id, title, state, deadline }) =>
    deadline !== null && deadline.metAt === null && isOpen(state) && due.get(id) !== deadline.dueAt
      ? [{ runId: after.runId, step: id, title, ...timesOf(deadline) }]
      : [],
  );
}

const timesOf = ({ origin, dueAt, atOnce }: DeadlineView) => ({ origin, dueAt, atOnce });

/** Whether the step's deadline runs: it is to be done now. */
const isOpen = (state: StepState): boolean => state === 'ready' || state === 'to-confirm';
