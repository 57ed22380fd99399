import { type LedgerEntry, canonicalEntry, readEntry, sequenceEntry } from '@repere/ledger';

/** An entry as it waits in `ledger_event`: its text, read. `null`: it is no entry, or not in its canonical form. */
export function readQueuedEntry(text: string): LedgerEntry | null {
  try {
    const read = JSON.parse(text) as LedgerEntry;
    const canonical = canonicalEntry(read);
    return canonical.ok && canonical.text === text ? read : null;
  } catch {
    return null;
  }
}

/** The leaf's text: this entry, with its place in its stream put in. `null`: there is no such place. */
export function leafText(entry: LedgerEntry, pos: number): string | null {
  const sequenced = sequenceEntry(entry, pos);
  return sequenced.ok ? sequenced.text : null;
}

/** The same of a text that waits, without taking it apart. `null`: it is no entry in its canonical form, or there is no such place. */
export function sequencedText(text: string, pos: number): string | null {
  const made = text.replace(',"purpose":', `,"pos":"${String(pos)}","purpose":`);
  return readEntry(made).ok ? made : null;
}
