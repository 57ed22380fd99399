import { absenceOver } from '../steps/absences';
import { foldEntry } from '../fold/apply-entry';
import { CaseFold } from '../fold/case-fold';
import { nextWithin, stepDeadline } from '../deadlines/deadlines';
import type { JournalEntry } from '../journal/journal-entry';
import { isMissingRequirements } from '../steps/missing-requirements';
import type { CompiledStep } from '../compile/protocol-set';
import type { RunFold } from '../fold/run-fold';
import { occurrenceOf } from '../facts/entry-status';
import { isAfterDone, isInEffect, opensAt, stateBeforeDoing } from '../steps/step-state';
import { isLessThan, protectionInEffect, saysLess } from './protection-in-effect';
import { StepTraces, type StepTrace } from './step-trace';
import { EVERY_STEP, type Touched, touchedBy } from './touched-steps';

const DAY = 86_400_000;

/**
 * Reads the journal forwards once more and notes, after each entry, what could be done, what was late, what was passed over.
 * `touched` says which steps are looked at after an entry. Goes on where it was when it was asked of the same fold before.
 */
export function replaySteps(whole: CaseFold, touched = touchedBy): StepTraces {
  const known = touched === touchedBy ? REPLAYS.get(whole) : undefined;
  const replay = known ?? new Replay(new CaseFold(whole.set, whole.territory, whole.now), touched);
  // One that stopped half-way would tell what it has told already, or leave it out.
  REPLAYS.delete(whole);
  const traces = replay.readTo(whole);
  if (touched === touchedBy) REPLAYS.set(whole, replay);
  return traces;
}

/** By the fold that was replayed: for as long as that is in memory. It only grows. */
const REPLAYS = new WeakMap<CaseFold, Replay>();

/** A journal read forwards once more, as far as it was when somebody asked. */
class Replay {
  private readonly traces = new StepTraces();
  /** When the entry before was recorded, epoch ms. */
  private before = -Infinity;

  constructor(
    private readonly fold: CaseFold,
    private readonly touched: (fold: CaseFold, entry: JournalEntry) => Touched,
  ) {}

  readTo({ entries, now }: CaseFold): StepTraces {
    const { fold } = this;
    for (let i = fold.entries.length; i < entries.length; i++) {
      const entry = entries[i];
      if (entry !== undefined) this.readEntry(entry);
    }
    fold.setNow(now);
    const traces = this.traces.copy();
    noteRuns(fold, traces, span(this.before, now), EVERY_STEP);
    return traces;
  }

  private readEntry(entry: JournalEntry): void {
    const { fold, traces, before } = this;
    fold.setNow(entry.recordedAt);
    const settled = beforeEntry(fold, traces, entry, before);
    foldEntry(fold, entry);
    settled?.();
    noteRuns(fold, traces, span(before, entry.recordedAt), this.touched(fold, entry));
    this.before = entry.recordedAt;
  }
}

/** What an entry tells by what was there before it; what it returns looks at what is there after it. */
function beforeEntry(
  fold: CaseFold,
  traces: StepTraces,
  entry: JournalEntry,
  before: number,
): (() => void) | null {
  if (!('step' in entry)) return null;
  const run = fold.findRun(entry.runId);
  const step = run?.protocol.steps[run.indexOf(entry.step)];
  if (!run || !step) return null;
  const trace = traces.traceOf(run.runId, step.id);
  const index = fold.entries.length;
  switch (entry.kind) {
    case 'step-completed':
      if (entry.confirms !== undefined) return noteWords(fold, traces, run, step, index);
      noteStep(fold, traces, run, step, span(before, entry.recordedAt));
      if (isDoneForGood(run, step)) trace.repeats.push(index);
      if (step.definition.kind === 'recorded-act') noteEarly(fold, trace, run, step, index);
      else notePassedOver(fold, traces, run, step, index);
      return null;
    case 'entry-amended': {
      const noteMissing = noteWords(fold, traces, run, step, index);
      const protection = protectionInEffect(fold);
      const isLess = saysLess(fold, entry);
      return () => {
        noteMissing?.();
        if (isLess || isLessThan(protectionInEffect(fold), protection)) trace.lowered.push(index);
      };
    }
    case 'entry-approved': {
      const about = fold.indexOf(entry.entryId);
      const isPending = run.pendingOf(step.index)?.includes(about) ?? false;
      if (!isPending || fold.entryStatusOf(about)?.waits !== false) return null;
      const by = entry.recordedAt - occurrenceOf(fold, about).from - DAY;
      if (by > 0) trace.lateAnswers.push({ kind: 'unapproved', about, entry: index, by });
      return null;
    }
    case 'step-waived':
      trace.isWaivedLate = trace.lateFrom !== null && entry.recordedAt > trace.lateFrom;
      return null;
    case 'entry-returned':
      return null;
  }
}

/** Whether doing the step again repeats it: nothing asks for that, and it is not a step that recurs. */
const isDoneForGood = (run: RunFold, step: CompiledStep): boolean =>
  step.definition.repeatable === false &&
  isInEffect(run, step.index) &&
  run.reopened.marksOf(step.index) < 0 &&
  run.toConfirm.marksOf(step.index) < 0;

/** Best interests or the child's view that a decision in effect lacked until now. */
function noteWords(fold: CaseFold, traces: StepTraces, run: RunFold, step: CompiledStep, entry: number) {
  if (!isMissingRequirements(fold, run, step)) return null;
  const about = run.last[step.index] ?? -1;
  const dueAt = occurrenceOf(fold, about).from + DAY;
  return (): void => {
    const now = fold.findRun(run.runId);
    const by = (fold.entries[entry]?.recordedAt ?? 0) - dueAt;
    if (!now || by <= 0 || isMissingRequirements(fold, now, step)) return;
    traces.traceOf(run.runId, step.id).lateAnswers.push({ kind: 'unweighed', about, entry, by });
  };
}

/** What an authority did waits for no step of ours, and says nothing of one that was not done. */
function noteEarly(fold: CaseFold, trace: StepTrace, run: RunFold, step: CompiledStep, entry: number): void {
  if (stateBeforeDoing(fold, run, step.index) === 'blocked' && !isAfterDone(fold, run, step))
    trace.early.push(entry);
}

/** Steps that come before this one, apply for sure and are not done while it is. */
function notePassedOver(
  fold: CaseFold,
  traces: StepTraces,
  run: RunFold,
  step: CompiledStep,
  entry: number,
): void {
  for (const place of step.after) {
    const before = run.protocol.steps[place];
    if (!before || !isUndone(run, before) || absenceOver(fold, before) !== null) continue;
    const state = stateBeforeDoing(fold, run, place);
    if (state !== 'not-applicable' && state !== 'waiting')
      traces.traceOf(run.runId, before.id).passedOver = entry;
  }
}

/** From the entry before to this one, epoch ms. */
interface Span {
  readonly after: number;
  readonly at: number;
}
const span = (after: number, at: number): Span => ({ after, at });

function noteRuns(fold: CaseFold, traces: StepTraces, time: Span, isTouched: Touched): void {
  for (const run of fold.runs)
    for (const step of run.protocol.steps)
      if ((isUndone(run, step) || comesAgain(step)) && isTouched(run, step)) {
        noteStep(fold, traces, run, step, time);
        noteAgain(fold, traces, run, step);
      }
}

function noteStep(fold: CaseFold, traces: StepTraces, run: RunFold, step: CompiledStep, time: Span): void {
  if (!isUndone(run, step)) return;
  const trace = traces.traceOf(run.runId, step.id);
  const state = stateBeforeDoing(fold, run, step.index);
  if (state !== 'ready') trace.possibleAt = null;
  else trace.possibleAt ??= openedWithin(fold, run, step, time) ?? time.at;
  if (state === 'not-applicable' && trace.lateFrom !== null && trace.lateFrom < time.at)
    trace.passedOver = fold.entries.length - 1;
  trace.lateFrom = lateFromOf(fold, run, step, state);
}

const comesAgain = ({ due }: CompiledStep): boolean => due !== null && due.every !== null;

/** Of a duty that was done: in which period it comes again, as things stand after this entry. */
function noteAgain(fold: CaseFold, traces: StepTraces, run: RunFold, step: CompiledStep): void {
  if (step.due === null || !comesAgain(step) || !isInEffect(run, step.index)) return;
  const trace = traces.traceOf(run.runId, step.id);
  const within = nextWithin(fold, run, step, step.due);
  if (within === null) trace.endedAt ??= occurrenceOf(fold, fold.entries.length - 1).from;
  else {
    trace.endedAt = null;
    trace.again.set(run.last[step.index] ?? -1, within);
  }
}

/** When time alone opened it, if that was since the entry before. */
function openedWithin(fold: CaseFold, run: RunFold, step: CompiledStep, { after, at }: Span): number | null {
  const opened = opensAt(fold, run, step);
  return opened !== null && opened > after && opened <= at ? opened : null;
}

/** From when on not doing it is late; `null` unless a deadline of ours runs for sure. */
function lateFromOf(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  state: ReturnType<typeof stateBeforeDoing>,
): number | null {
  if (step.due === null || step.due.definition.owner !== 'ours' || state === 'waiting') return null;
  return stepDeadline(fold, run, step, state, [])?.lateFrom ?? null;
}

const isUndone = (run: RunFold, { index }: CompiledStep): boolean =>
  !isInEffect(run, index) && run.waived.marksOf(index) < 0;
