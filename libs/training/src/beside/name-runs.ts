import type { JournalEntry } from '@repere/case-engine';

/** What each run is called whatever its id: its protocol, the second one `hearing#2`. In the order in which they opened. */
export function nameRuns(journal: readonly JournalEntry[]): ReadonlyMap<string, string> {
  const opened = new Map<string, number>();
  const names = new Map<string, string>();
  for (const entry of journal) {
    if (entry.kind !== 'run-opened') continue;
    const place = (opened.get(entry.protocol) ?? 0) + 1;
    opened.set(entry.protocol, place);
    names.set(entry.runId, place > 1 ? `${entry.protocol}#${String(place)}` : entry.protocol);
  }
  return names;
}
