import type { JournalEntry } from '@repere/case-engine';

/** Whether the entry says that the case has another lead. */
export const namesLead = (entry: JournalEntry): boolean =>
  entry.kind === 'note-added' && (entry.about === 'lead' || entry.about === 'lead-at-once');
