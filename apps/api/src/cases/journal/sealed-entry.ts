import type { JournalEntry } from '@repere/case-engine';

/** Parts of an entry that have columns of their own. */
export type EntryBase = Pick<JournalEntry, 'id' | 'seq' | 'occurredAt' | 'recordedAt' | 'enteredBy'>;

/** The sealed part of an entry: everything that has no column of its own, with the salts that open its commitment later. */
export interface SealedEntry {
  readonly entry: Omit<JournalEntry, keyof EntryBase>;
  readonly salts: Readonly<Record<string, string>>;
}
