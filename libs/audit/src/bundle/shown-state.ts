import { type CaseState, compileProtocols, foldCase, type JournalEntry, viewCase } from '@repere/case-engine';
import type { ProtocolDocument, SharedDocument } from '@repere/protocol';
import type { Territory } from '@repere/feel';
import type { ShownState } from './bundle-format';

/** What a case is folded from, as a bundle holds it. */
export interface Replayed {
  /** `protocols/shared.json` and every `protocols/<name>@<version>.json`, in the order of their names. */
  readonly shared: SharedDocument;
  readonly documents: readonly ProtocolDocument[];
  /** By `seq`. */
  readonly journal: readonly JournalEntry[];
  /** Epoch milliseconds. */
  readonly now: number;
  readonly territory: Territory;
}

/** The state that replaying this journal gives: the one function behind `state.json` and behind the check of it. Throws as `foldCase`. */
export function replayJournal({ shared, documents, journal, now, territory }: Replayed): CaseState {
  return foldCase(compileProtocols(shared, documents), journal, { now, territory });
}

/** What `state.json` says of a state that may be shown whole. `territory`: INSEE code. Plain JSON, nothing undefined. */
export function shownState(state: CaseState, { now, territory }: Omit<ShownState, 'view'>): ShownState {
  return { now, territory, view: JSON.parse(JSON.stringify(viewCase(state))) as unknown };
}
