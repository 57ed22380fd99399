import type { CaseFold } from '../fold/case-fold';
import type { CaseView, StepView } from '../journal/engine-types';
import { lateBy } from '../deadlines/deviations';
import type { EntryAmended } from '../journal/journal-entry';
import { flagsRaised } from '../decide/checks/raise-flags';
import { deviationWords } from '../explain/words';
import { text } from '@repere/feel';
import type { Flag } from '@repere/protocol';
import type { CaseDeviation, RunConformance, StepConformance } from './conformance-types';
import type { DeviationKind } from './deviation-kinds';
import { lackWords, replayWords } from './deviation-words';
import type { StepTraces, StepTrace } from './step-trace';

/** What departed from the protocols, by key, in the order of runs and steps: what the journal tells, then what is still not done. */
export function deviationsOfCase(
  fold: CaseFold,
  view: CaseView,
  runs: readonly RunConformance[],
  traces: StepTraces,
): readonly CaseDeviation[] {
  const found = [...recorded(fold, view, traces), ...flagged(fold), ...amended(fold, traces)];
  for (const [place, run] of runs.entries()) {
    for (const [index, step] of run.steps.entries()) {
      const stepView = view.runs[place]?.steps[index];
      if (stepView) found.push(...ofStep(fold, stepView, step, traces.traceOf(run.runId, step.step)));
    }
  }
  return [...new Map(found.map((it) => [it.key, it])).values()];
}

/** Waivers, late recordings and what was out of order; what was done again is told as that alone. */
function recorded(fold: CaseFold, view: CaseView, traces: StepTraces): CaseDeviation[] {
  return view.deviations.flatMap((it): CaseDeviation[] => {
    const { kind, runId, step, entryId, by } = it;
    if (kind !== 'waived' && kind !== 'out-of-order' && kind !== 'late-recording') return [];
    const index = entryId === null ? -1 : fold.indexOf(entryId);
    const { repeats, early } = traces.traceOf(runId, step);
    if (kind === 'out-of-order' && (repeats.includes(index) || early.includes(index))) return [];
    const title = titleOf(view, runId, step);
    // Why something was out of order is free text: it stays in the chronology.
    const words =
      kind === 'out-of-order'
        ? text(`Étape « ${title.fr} » faite hors de l’ordre prévu.`, `Step "${title.en}" done out of order.`)
        : it.text;
    return [made(fold, kind, { runId, step }, index, words, by === undefined ? {} : { by })];
  });
}

function flagged(fold: CaseFold): CaseDeviation[] {
  return fold.flagged.flatMap((about) =>
    flagsRaised(fold, about).map((flag) => ({
      ...made(fold, flagKind(flag), about, about.entry, flag.because),
      key: `${keyOf(flagKind(flag), about, fold.entries[about.entry]?.id)}:${shortMark(about.when)}`,
    })),
  );
}

/** S34 is the report's line on the third person: nobody was at the child's side. */
const THIRD_PERSON = 'S34';

const flagKind = ({ incident, basis }: Flag): DeviationKind =>
  !incident ? 'flag' : basis.includes(THIRD_PERSON) ? 'no-third-person' : 'rights-incident';

/** A correction departs from nothing, unless less protects the child after it. */
function amended(fold: CaseFold, traces: StepTraces): CaseDeviation[] {
  return fold.entries.flatMap((entry, index) => {
    if (entry.kind !== 'entry-amended') return [];
    const run = fold.findRun(entry.runId);
    const step = run?.protocol.steps[run.indexOf(entry.step)];
    if (!run || !step || !traces.traceOf(entry.runId, entry.step).lowered.includes(index)) return [];
    const by = entry.recordedAt - recordedAtOf(fold, entry);
    return [made(fold, 'amended', entry, index, replayWords.amended(step.definition.title, by), { by })];
  });
}

const recordedAtOf = (fold: CaseFold, { entryId, recordedAt }: EntryAmended): number =>
  fold.entries[fold.indexOf(entryId)]?.recordedAt ?? recordedAt;

function ofStep(fold: CaseFold, view: StepView, step: StepConformance, trace: StepTrace): CaseDeviation[] {
  const found: CaseDeviation[] = [];
  const about = { runId: step.runId, step: step.step };
  const { title } = step;
  for (const index of trace.repeats)
    found.push(made(fold, 'repeated', about, index, replayWords.repeated(title)));
  const isUndone = step.doneAt === null && step.isInOrder === null;
  if (isUndone && trace.passedOver >= 0 && step.expectation === 'expected' && view.state !== 'waived') {
    const since = fold.entries[trace.passedOver]?.recordedAt ?? fold.now;
    found.push({ ...made(fold, 'skipped', about, -1, replayWords.skipped(title)), since });
  }
  for (const { kind, about: target, entry, by } of trace.lateAnswers) {
    const words =
      kind === 'unapproved'
        ? replayWords.unapproved(title, by, false)
        : replayWords.unweighed(title, lackWords(['best-interests', 'child-view']), by, false);
    const since = (fold.entries[entry]?.recordedAt ?? 0) - by;
    found.push({
      ...made(fold, kind, about, entry, words, { by, since }),
      key: keyOf(kind, about, fold.entries[target]?.id),
    });
  }
  found.push(...late(fold, view, step), ...lateAgain(fold, view, step), ...owing(fold, view, step));
  return found;
}

/** Each time that a duty which comes again was late, by the act that it came after. */
function lateAgain(fold: CaseFold, { title }: StepView, step: StepConformance): CaseDeviation[] {
  const about = { runId: step.runId, step: step.step };
  const origin = step.origin ?? undefined;
  return step.occasions.map(({ after, dueAt, by, entry, isOpen }) => ({
    ...made(fold, 'late', about, entry, deviationWords.late(title, 'step', by, 'ours', entry >= 0), {
      by,
      since: dueAt,
      isOpen,
      ...(origin && { origin }),
    }),
    key: keyOf('late', about, after ?? undefined),
  }));
}

function late(fold: CaseFold, { deadline, title }: StepView, step: StepConformance): CaseDeviation[] {
  const { runId, lateFrom } = step;
  const about = { runId, step: step.step };
  if (step.occasions.length > 0 || deadline?.lastDoneAt !== undefined) return [];
  if (deadline?.owner !== 'ours') return [];
  const isOpen = deadline.metAt === null;
  if (isOpen && lateFrom === null) return [];
  const by = lateBy(deadline, fold.now);
  if (by === null) return [];
  const words = deviationWords.late(title, 'step', by, 'ours', !isOpen);
  const since = deadline.dueAt ?? fold.now;
  const index = isOpen ? -1 : firstMeeting(fold, step);
  return [
    {
      ...made(fold, 'late', about, index, words, { by, since, isOpen, origin: deadline.origin }),
      key: keyOf('late', about),
    },
  ];
}

/** The entry that met the deadline. */
const firstMeeting = (fold: CaseFold, { runId, step, doneAt }: StepConformance): number =>
  fold.entries.findIndex(
    (it, index) =>
      it.kind === 'step-completed' &&
      it.runId === runId &&
      it.step === step &&
      (fold.entryStatusOf(index)?.inEffect ?? it).occurredAt.from === doneAt,
  );

function owing(
  fold: CaseFold,
  view: StepView,
  { runId, step, missingRequirements }: StepConformance,
): CaseDeviation[] {
  return missingRequirements
    .filter(({ from }) => from < fold.now)
    .map(({ kind, from, entryId }) => {
      const by = fold.now - from;
      const words =
        kind === 'unapproved'
          ? replayWords.unapproved(view.title, by, true)
          : replayWords.unweighed(view.title, lackWords(view.missingWords ?? []), by, true);
      const index = entryId === null ? -1 : fold.indexOf(entryId);
      return made(fold, kind, { runId, step }, index, words, { by, since: from, isOpen: true });
    });
}

function made(
  fold: CaseFold,
  kind: DeviationKind,
  { runId, step }: { readonly runId: string; readonly step: string },
  index: number,
  words: CaseDeviation['text'],
  more: Partial<Pick<CaseDeviation, 'by' | 'since' | 'isOpen' | 'origin'>> = {},
): CaseDeviation {
  const entry = fold.entries[index];
  return {
    key: keyOf(kind, { runId, step }, entry?.id),
    kind,
    runId,
    step,
    entryId: entry?.id ?? null,
    enteredBy: entry?.enteredBy ?? null,
    since: entry?.recordedAt ?? fold.now,
    isOpen: false,
    ...more,
    text: words,
  };
}

const keyOf = (
  kind: DeviationKind,
  { runId, step }: { readonly runId: string; readonly step: string },
  entryId?: string,
): string => [kind, runId, step, ...(entryId === undefined ? [] : [entryId])].join(':');

const titleOf = (view: CaseView, runId: string, step: string) =>
  view.runs.find((it) => it.runId === runId)?.steps.find(({ id }) => id === step)?.title ?? text(step, step);

/** Tells the flags of one entry apart: FNV-1a over the condition, 8 hex digits. Nothing depends on it being hard to hit. */
function shortMark(condition: string): string {
  let mark = 0x811c9dc5;
  for (let i = 0; i < condition.length; i++) mark = Math.imul(mark ^ condition.charCodeAt(i), 0x01000193);
  return (mark >>> 0).toString(16).padStart(8, '0');
}
