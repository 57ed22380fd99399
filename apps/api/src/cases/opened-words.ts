import type { EntryWords } from '@repere/cases';
import {
  entryAsCorrected,
  type FactDefinition,
  type FieldClass,
  type JournalEntry,
} from '@repere/protocol-engine';
import type { LoadedCase } from './loaded-case';

/** What the words of an entry may tell of. */
const TELLS: Readonly<Record<string, readonly FieldClass[]>> = {
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

/** Whether these words of an entry are shown to whom these classes are withheld from. What isn't known may tell anything. */
export function opensWords(entry: JournalEntry, name: string, withheld: ReadonlySet<FieldClass>): boolean {
  // A code of the protocol's list, not words.
  if (name === 'reason' && entry.kind === 'step-waived') return true;
  const tells = TELLS[name];
  if (!tells || tells.some((it) => withheld.has(it))) return false;
  const about = entry.kind === 'note-added' ? entry.about : undefined;
  if (about === 'identity') return !withheld.has('identity');
  return about !== 'lead' || !withheld.has('staff');
}

/**
 * The fact that an entry decides, `null` when it decides none: reasons of a closed list tell what was decided, and so are shown
 * to whom that is.
 */
export function decidedIn(file: LoadedCase, entry: JournalEntry): FactDefinition | null {
  if (entry.kind !== 'step-completed' && entry.kind !== 'entry-amended') return null;
  const decision = entry.kind === 'entry-amended' ? entryAsCorrected(file.state, entry.entryId) : entry;
  const decides = decision && file.findStep(decision.runId, decision.step)?.decides;
  return (decision && decides !== undefined && file.findFact(decision.runId, decides)) || null;
}

/** Words that the chronology gives of an entry, and that are withheld. */
export const withheldWordsOf = (
  file: LoadedCase,
  entry: JournalEntry,
  withheld: ReadonlySet<FieldClass>,
): readonly EntryWords[] =>
  withheld.size === 0
    ? []
    : WORDS.filter((name) => {
        if (name === 'reasons') return isWithheld(decidedIn(file, entry), withheld);
        return (name === 'note' ? notesOf(entry) : [name]).some((it) => !opensWords(entry, it, withheld));
      });

const isWithheld = (fact: FactDefinition | null, withheld: ReadonlySet<FieldClass>): boolean =>
  fact !== null && withheld.has(fact.class);

const WORDS = ['reasons', 'bestInterests', 'childView', 'evidence', 'note', 'by', 'enteredBy'] as const;

/** Which words of the entry the chronology gives as its note. */
export function notesOf(entry: JournalEntry): readonly string[] {
  switch (entry.kind) {
    case 'entry-amended':
      return ['why'];
    case 'entry-returned':
    case 'run-moved':
      return ['reason'];
    case 'step-completed':
      return ['note', 'outOfOrder'];
    default:
      return ['note'];
  }
}
