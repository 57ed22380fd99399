import type { JournalEntry } from '@repere/case-engine';
import type { FieldClass } from '@repere/protocol';

type FieldOf<Entry> = Entry extends unknown ? keyof Entry : never;
/**
 * Of a field of an entry: `plain`, an id, a time or a code, which names nobody and finds nobody; classes, words and what they may
 * tell of, whatever they stand beside; `parts`, shown by what is in it, never as a whole.
 */
type Sight = 'plain' | 'parts' | readonly FieldClass[];

/** Every field of every kind of entry. One that the journal gets and this table lacks does not compile. */
const FIELDS: Readonly<Record<FieldOf<JournalEntry>, Sight>> = {
  id: 'plain',
  seq: 'plain',
  kind: 'plain',
  occurredAt: 'plain',
  occurredInstead: 'plain',
  enteredInError: 'plain',
  recordedAt: 'plain',
  runId: 'plain',
  step: 'plain',
  protocol: 'plain',
  version: 'plain',
  from: 'plain',
  to: 'plain',
  because: 'plain',
  entryId: 'plain',
  confirms: 'plain',
  sameAs: 'plain',
  closes: 'plain',
  about: 'plain',
  list: 'plain',
  row: 'parts',
  lists: 'parts',
  call: 'parts',
  // Codes of a list of the protocol.
  reasons: [],
  // Texts among the values, and notes beside an answer.
  values: [],
  enteredBy: ['staff'],
  by: ['staff', 'people'],
  note: ['narrative'],
  why: ['narrative'],
  reason: ['narrative'],
  outOfOrder: ['narrative'],
  bestInterests: ['narrative', 'opinion'],
  childView: ['narrative', 'opinion'],
  evidence: ['narrative', 'judicial'],
};

const sightOf = (name: string): Sight | undefined =>
  Object.hasOwn(FIELDS, name) ? FIELDS[name as FieldOf<JournalEntry>] : undefined;

/** What words of this name may tell of; `null`: it is no name of words, and may tell anything. */
export function tellsOf(name: string): readonly FieldClass[] | null {
  const sight = sightOf(name);
  return sight === undefined || sight === 'plain' || sight === 'parts' ? null : sight;
}

/** Whether a field of this name names nobody and finds nobody. */
export const isPlainField = (name: string): boolean => sightOf(name) === 'plain';
