import { endOf } from '../deadlines/deadlines';
import type { CaseFold } from '../fold/case-fold';
import type { StepView } from '../journal/engine-types';
import { startOf } from '../deadlines/deadline-start';
import { occurrenceOf } from '../facts/entry-status';
import type { CompiledStep } from '../compile/protocol-set';
import type { RunFold } from '../fold/run-fold';
import type { StepTrace } from './step-trace';

/** A time at which a duty that comes again was late. Epoch milliseconds. */
export interface LateOccasion {
  /** The completion that it came after; `null`: the first time. */
  readonly after: string | null;
  readonly dueAt: number;
  /** How late it was done, or is; or how late it was when nothing asked for it any more. */
  readonly by: number;
  /** What was done late, an entry; -1: nothing was. */
  readonly entry: number;
  readonly isOpen: boolean;
}

/**
 * When a duty that comes again was late: each time counts once, however many days were missed in between. Of one that is not
 * done yet, or does not come again, nothing.
 */
export function lateOccasions(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  view: StepView,
  trace: StepTrace,
): readonly LateOccasion[] {
  const { due } = step;
  if (due === null || due.every === null || due.definition.owner !== 'ours') return [];
  const acts = actsOf(fold, view);
  const found: LateOccasion[] = [];
  const addIfLate = (
    place: number,
    from: number | null,
    within: typeof due.within,
    isLast: boolean,
  ): void => {
    if (from === null) return;
    const act = acts[place];
    const metAt = act?.at ?? null;
    const { dueAt, lateFrom } = endOf(fold, step, from, within, metAt);
    const at = metAt ?? trace.endedAt ?? fold.now;
    const isOpen = metAt === null && trace.endedAt === null;
    if (at <= lateFrom || (isLast && isOpen && view.deadline === null)) return;
    const after = place === 0 ? null : (fold.entries[acts[place - 1]?.entry ?? -1]?.id ?? null);
    found.push({ after, dueAt, by: at - dueAt, entry: act?.entry ?? -1, isOpen });
  };
  if (acts.length === 0) return [];
  addIfLate(0, startOf(fold, run, due.start, run.startedBy.marksOf(step.index)), due.within, false);
  acts.forEach(({ entry, at }, place) => {
    const within = trace.again.get(entry);
    if (within) addIfLate(place + 1, at, within, place === acts.length - 1);
  });
  return found;
}

/** Completions in effect, by when they happened. */
export function actsOf(
  fold: CaseFold,
  view: StepView,
): readonly { readonly entry: number; readonly at: number }[] {
  return view.entryIds
    .map((id) => fold.indexOf(id))
    .filter((entry) => fold.entryStatusOf(entry)?.inEffect !== null)
    .map((entry) => ({ entry, at: occurrenceOf(fold, entry).from }))
    .toSorted((a, b) => a.at - b.at || a.entry - b.entry);
}
