import type { CaseFold } from '../fold/case-fold';
import type { RunFold } from '../fold/run-fold';
import { occurrenceOf } from '../facts/entry-status';
import { absencesOf } from '../steps/absences';
import { sameActElsewhere } from '../journal/same-act';
import { suspensionOf } from '../steps/suspension';
import type { OutcomeView, RunView, SafeguardView, StepView } from '../journal/engine-types';
import { approvalDeadline, entryToApprove, stepDeadline } from '../deadlines/deadlines';
import { outcomeIndex } from '../steps/read-outcome';
import { ENDED } from '../steps/read-state';
import { formatRows } from '../explain/format-rows';
import { missingEvidenceOf, missingWords } from '../steps/missing-requirements';
import { opensAt, stepApplies, stepState, testIn } from '../steps/step-state';
import { text } from '@repere/feel';

/** A run as it stands, steps in the protocol's order. `entries` are the standing completions by step index. */
export function viewRun(fold: CaseFold, run: RunFold): RunView {
  const entries = entriesInEffect(fold, run);
  const steps = run.protocol.steps.map((step) => viewStep(fold, run, step.index, entries[step.index] ?? []));
  const broken = brokenSafeguards(fold, run);
  const says = formatRows(fold, run);
  return {
    runId: run.runId,
    protocol: run.protocol.id,
    version: run.protocol.version,
    title: run.protocol.document.title,
    openedAt: occurrenceOf(fold, run.opened).from,
    steps,
    outcome: viewOutcome(fold, run),
    ...(run.protocol.document.tells && { tells: run.protocol.document.tells }),
    ...viewAbsence(fold, run),
    ...(says.length > 0 && { says }),
    ended: steps.every((it) => ENDED.has(it.state)),
    ...(broken.length > 0 && { brokenSafeguards: broken }),
  };
}

function viewStep(fold: CaseFold, run: RunFold, index: number, entries: readonly number[]): StepView {
  const step = run.protocol.steps[index];
  if (!step) throw new RangeError(`No step ${index}`);
  const { definition } = step;
  const state = stepState(fold, run, index);
  const toApprove = entryToApprove(fold, run, index);
  const missing = missingWords(fold, run, step);
  const inEffect = entries.filter((it) => fold.entryStatusOf(it)?.inEffect !== null);
  const suspended = suspensionOf(fold, run, step, state);
  const elsewhere = state === 'ready' ? sameActElsewhere(fold, run, step) : null;
  const evidence = missingEvidenceOf(fold, step, toApprove >= 0 ? toApprove : (run.last[index] ?? -1));
  return {
    id: step.id,
    code: definition.code,
    kind: definition.kind,
    title: definition.title,
    state,
    protective: definition.protective,
    ...(definition.part !== undefined && { part: definition.part }),
    repeatable: definition.repeatable !== false,
    entryIds: entries.map((it) => fold.entries[it]?.id ?? ''),
    toApprove: toApprove < 0 ? null : (fold.entries[toApprove]?.id ?? null),
    ...(missing.length > 0 && { missingWords: missing }),
    ...(evidence.length > 0 && { missingEvidence: evidence }),
    ...(elsewhere && {
      doneElsewhere: {
        entryId: elsewhere.entry.id,
        runId: elsewhere.runId,
        step: elsewhere.entry.step,
        at: elsewhere.at,
      },
    }),
    ...(suspended && { suspendedBy: { runId: suspended.run.runId, step: suspended.step.id } }),
    ...(definition.saysCalled && { saysCalled: true as const }),
    ...(state !== 'not-applicable' && stepApplies(fold, run, step) === false && { isOver: true as const }),
    opensAt: state === 'not-yet' ? opensAt(fold, run, step) : null,
    deadline: stepDeadline(fold, run, step, state, inEffect),
    approvalDeadline: approvalDeadline(
      fold,
      run,
      step,
      toApprove >= 0 ? toApprove : missing.length > 0 ? (run.last[index] ?? -1) : -1,
    ),
  };
}

function brokenSafeguards(fold: CaseFold, run: RunFold): readonly SafeguardView[] {
  return run.protocol.safeguards.flatMap(({ definition, condition, brokenWhen }) => {
    if (testIn(fold, run, -1, condition) !== brokenWhen) return [];
    const { id, title, basis } = definition;
    return [{ id, title: title ?? text(id, id), basis }];
  });
}

function viewAbsence(fold: CaseFold, run: RunFold): Pick<RunView, 'absence'> {
  const { absence } = run.protocol.document;
  if (!absence) return {};
  const found = absencesOf(fold).find((it) => it.run === run);
  const { at, since, hour } = absence;
  return {
    absence: {
      at,
      ...(since !== undefined && { since }),
      ...(hour !== undefined && { hour }),
      isOver: found !== undefined && found.until !== null,
    },
  };
}

function viewOutcome(fold: CaseFold, run: RunFold): OutcomeView | null {
  const outcome = run.protocol.outcomes[outcomeIndex(fold, run)];
  if (!outcome) return null;
  const { definition, title, note } = outcome;
  const { id, protects, rests, age } = definition;
  return { id, title, protects, note, ...(rests && { rests }), ...(age && { age }) };
}

/** The completions that stand, oldest first: not those sent back before they took effect. */
function entriesInEffect(fold: CaseFold, run: RunFold): readonly (number[] | undefined)[] {
  const byStep: (number[] | undefined)[] = [];
  fold.entries.forEach((entry, index) => {
    if (entry.kind !== 'step-completed' || entry.runId !== run.runId) return;
    const status = fold.entryStatusOf(index);
    if (status && status.inEffect === null && !status.waits) return;
    const step = run.protocol.stepIndex.get(entry.step);
    if (step !== undefined) (byStep[step] ??= []).push(index);
  });
  return byStep;
}
