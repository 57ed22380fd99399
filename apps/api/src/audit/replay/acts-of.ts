import type { JournalEntry } from '@repere/case-engine';

/**
 * Entries that were recorded as one, oldest first: an act with the protocols that it opened. Nobody ever saw the one
 * without the others.
 */
export function actsOf(journal: readonly JournalEntry[]): readonly (readonly JournalEntry[])[] {
  const acts: JournalEntry[][] = [];
  for (const entry of journal) {
    const act = acts.at(-1);
    if (act && entry.kind === 'run-opened' && act[0]?.recordedAt === entry.recordedAt) act.push(entry);
    else acts.push([entry]);
  }
  return acts;
}
