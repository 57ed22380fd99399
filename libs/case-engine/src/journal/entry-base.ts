import { type Occurrence, occurrenceAt } from '@repere/feel';
import type { CaseFold } from '../fold/case-fold';
import type { DecideContext } from './engine-types';
import type { EntryBase } from './journal-entry';

/** What the next entry of the journal carries whatever it says: its id and place, when it happened and who enters it. */
export function entryBase(
  fold: CaseFold,
  { now, newId }: Pick<DecideContext, 'now' | 'newId'>,
  enteredBy: string,
  occurredAt: Occurrence = occurrenceAt(now),
): EntryBase {
  return { id: newId(), seq: nextSeq(fold), occurredAt, recordedAt: now, enteredBy };
}

/** The place in the journal of what comes next. */
export function nextSeq({ entries }: CaseFold): number {
  return (entries[entries.length - 1]?.seq ?? 0) + 1;
}
