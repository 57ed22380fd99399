import { randomUUID } from 'node:crypto';
import type { JournalEntry } from '@repere/case-engine';

const TOLD_ID = /^story-\d+$/;

/**
 * The same entries with ids of this space: what a story counts, and the labels of its people (`accountOf`), stand for something
 * everywhere. `newId`: for what the story calls so.
 */
export function nameEntries(
  journal: readonly JournalEntry[],
  accountOf: (label: string) => string,
  newId: (told: string) => string = () => randomUUID(),
): readonly JournalEntry[] {
  const ids = new Map<string, string>();
  const idOf = (told: string): string => {
    const id = ids.get(told) ?? newId(told);
    ids.set(told, id);
    return id;
  };
  const renamed = (value: unknown): unknown => {
    if (typeof value === 'string') return TOLD_ID.test(value) ? idOf(value) : value;
    if (Array.isArray(value)) return value.map(renamed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, renamed(inner)]));
  };
  return journal.map((entry) => ({
    ...(renamed(entry) as JournalEntry),
    enteredBy: accountOf(entry.enteredBy),
    // What was given stands before all else in a story; here it was learnt when the case was opened.
    ...(entry.occurredAt.from === 0 && {
      occurredAt: { ...entry.occurredAt, from: entry.recordedAt, to: entry.recordedAt },
    }),
  }));
}
