import type { Occurrence } from '@repere/feel';
import type { CaseFold } from '../fold/case-fold';
import type { EntryAmended, StepCompleted } from '../journal/journal-entry';

/** What an entry says: all that a correction may put another thing in the place of. */
export type Said = Pick<
  StepCompleted,
  'values' | 'row' | 'closes' | 'occurredAt' | 'reasons' | 'bestInterests' | 'childView' | 'evidence' | 'note'
>;

/** What is special about an entry: it needs or got a second person, or was amended. Most entries have none. */
export interface Standing {
  /** As corrected. */
  said: Said;
  /** What rules now: that, what was said before while it waits, or nothing. */
  inEffect: Said | null;
  approval: 'none' | 'due' | 'given' | 'returned';
  /** Whether what is said waits for the approval. */
  waits: boolean;
  /** What a second person last agreed to, or what needed nobody: what a returned correction falls back to. */
  agreed: { readonly said: Said; readonly approval: 'none' | 'given' } | null;
  amendments: readonly EntryAmended[];
}

/** What is special about an entry, made when first needed: before that, what it says is simply in effect. */
export function standingOf(fold: CaseFold, index: number, said: Said): Standing {
  const known = fold.standingOf(index);
  if (known) return known;
  const standing: Standing = {
    said,
    inEffect: said,
    approval: 'none',
    waits: false,
    agreed: { said, approval: 'none' },
    amendments: [],
  };
  fold.setStanding(index, standing);
  return standing;
}

/** The same for an entry whose words wait for a second person: nothing of it is in effect. */
export function waitingStanding(fold: CaseFold, index: number, said: Said): Standing {
  const standing = standingOf(fold, index, said);
  standing.approval = 'due';
  standing.waits = true;
  standing.inEffect = null;
  standing.agreed = null;
  return standing;
}

/** When the act of this entry happened, as corrected; while a correction waits, as what rules says. */
export function occurrenceOf(fold: CaseFold, index: number): Occurrence {
  const standing = fold.standingOf(index);
  if (standing) return (standing.inEffect ?? standing.said).occurredAt;
  const entry = fold.entries[index];
  if (!entry) throw new RangeError(`No entry ${index}`);
  return entry.occurredAt;
}
