import type { JournalEntry } from './journal-entry';

export type EntryKind = JournalEntry['kind'];

const KINDS: Readonly<Record<EntryKind, true>> = {
  'run-opened': true,
  'run-moved': true,
  'step-completed': true,
  'entry-approved': true,
  'entry-returned': true,
  'step-waived': true,
  'entry-amended': true,
  'facts-recorded': true,
  'note-added': true,
};
/** Every kind of entry. */
export const ENTRY_KINDS = Object.keys(KINDS) as readonly EntryKind[];
