import { foldEntry } from './apply-entry';
import { CaseFold } from './case-fold';
import type { FoldContext } from '../journal/engine-types';
import type { JournalEntry } from '../journal/journal-entry';
import type { ProtocolSet } from '../compile/protocol-set';

/**
 * A case as its journal tells it, at a time. Immutable to callers. Inside, states of the same history share one mutable
 * fold: the newest owns it, and an older state that is asked again folds its part of the journal anew.
 */
export class CaseState {
  /** @internal */
  next: { readonly entry: JournalEntry; readonly state: CaseState } | null = null;

  constructor(
    readonly set: ProtocolSet,
    readonly context: FoldContext,
    readonly length: number,
    private fold: CaseFold,
  ) {}

  /** The fold, exactly as long as this state and at its time. @internal */
  readFold(): CaseFold {
    if (this.fold.entries.length !== this.length) {
      this.fold = foldAll(this.set, this.fold.entries, this.length, this.context);
    }
    this.fold.setNow(this.context.now);
    return this.fold;
  }
}

/** The state of a case: what its journal comes to at `now`. Throws `BrokenJournalError` on a journal that can't be. */
export function foldCase(
  set: ProtocolSet,
  journal: readonly JournalEntry[],
  context: FoldContext,
): CaseState {
  const fold = foldAll(set, journal, journal.length, context);
  return new CaseState(set, context, fold.entries.length, fold);
}

/** The state with one more entry, as folding the longer journal would give. An entry that is already in changes nothing. */
export function applyEntry(state: CaseState, entry: JournalEntry): CaseState {
  if (state.next !== null && state.next.entry === entry) return state.next.state;
  const fold = state.readFold();
  foldEntry(fold, entry);
  if (fold.entries.length === state.length) return state;
  return new CaseState(state.set, state.context, fold.entries.length, fold);
}

/**
 * The same, for an entry that was just decided and not yet saved: the caller's `applyEntry` of this very entry will
 * take what was computed here. @internal
 */
export function applyDecided(state: CaseState, entry: JournalEntry): CaseState {
  const next = applyEntry(state, entry);
  if (next !== state) state.next = { entry, state: next };
  return next;
}

/** The same journal at another time. */
export function atTime(state: CaseState, now: number): CaseState {
  const context = { ...state.context, now };
  return new CaseState(state.set, context, state.length, state.readFold());
}

function foldAll(
  set: ProtocolSet,
  journal: readonly JournalEntry[],
  length: number,
  context: FoldContext,
): CaseFold {
  const fold = new CaseFold(set, context.territory, context.now);
  for (let i = 0; i < length; i++) {
    const entry = journal[i];
    if (entry !== undefined) foldEntry(fold, entry);
  }
  return fold;
}
