import type { JournalEntry } from '@repere/case-engine';

/** The run and step that an entry is about; `null` for what belongs to the case. A correction of such facts has empty ones. */
export function placeOfEntry(entry: JournalEntry): {
  readonly runId: string | null;
  readonly step: string | null;
} {
  const runId = ('runId' in entry && entry.runId) || null;
  const step = ('step' in entry && entry.step) || null;
  return { runId, step };
}
