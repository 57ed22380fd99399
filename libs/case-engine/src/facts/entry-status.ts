import type { Occurrence } from '@repere/feel';
import type { CaseFold } from '../fold/case-fold';
import type { StatedContent, EntryStatus } from '../journal/entry-status';

/** What is special about an entry, made when first needed: before that, what it says is simply in effect. */
export function entryStatusOf(fold: CaseFold, index: number, said: StatedContent): EntryStatus {
  const known = fold.entryStatusOf(index);
  if (known) return known;
  const status: EntryStatus = {
    said,
    inEffect: said,
    approval: 'none',
    waits: false,
    agreed: { said, approval: 'none' },
    amendments: [],
  };
  fold.setEntryStatus(index, status);
  return status;
}

/** The same for an entry whose words wait for a second person: nothing of it is in effect. */
export function waitingStatusOf(fold: CaseFold, index: number, said: StatedContent): EntryStatus {
  const status = entryStatusOf(fold, index, said);
  status.approval = 'due';
  status.waits = true;
  status.inEffect = null;
  status.agreed = null;
  return status;
}

/** When the act of this entry happened, as corrected; while a correction waits, as what rules says. */
export function occurrenceOf(fold: CaseFold, index: number): Occurrence {
  const status = fold.entryStatusOf(index);
  if (status) return (status.inEffect ?? status.said).occurredAt;
  const entry = fold.entries[index];
  if (!entry) throw new RangeError(`No entry ${index}`);
  return entry.occurredAt;
}
