import type { EntryAmended, StepCompleted } from './journal-entry';

/** What an entry says: all that a correction may put another thing in the place of. */
export type StatedContent = Pick<
  StepCompleted,
  'values' | 'row' | 'closes' | 'occurredAt' | 'reasons' | 'bestInterests' | 'childView' | 'evidence' | 'note'
>;

/** What is special about an entry: it needs or got a second person, or was amended. Most entries have none. */
export interface EntryStatus {
  /** As corrected. */
  said: StatedContent;
  /** What rules now: that, what was said before while it waits, or nothing. */
  inEffect: StatedContent | null;
  approval: 'none' | 'due' | 'given' | 'returned';
  /** Whether what is said waits for the approval. */
  waits: boolean;
  /** What a second person last agreed to, or what needed nobody: what a returned correction falls back to. */
  agreed: { readonly said: StatedContent; readonly approval: 'none' | 'given' } | null;
  amendments: readonly EntryAmended[];
}
