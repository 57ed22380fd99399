import type { JournalEntry } from '@repere/case-engine';

/** What of an entry is in columns of its own. */
export type EntryBase = Pick<JournalEntry, 'id' | 'seq' | 'occurredAt' | 'recordedAt' | 'enteredBy'>;

/** What of an entry isn't a column, with the salts that open its commitment later. */
export interface SealedEntry {
  readonly entry: Omit<JournalEntry, keyof EntryBase>;
  readonly salts: Readonly<Record<string, string>>;
}
