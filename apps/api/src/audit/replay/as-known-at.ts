import { foldCase, type JournalEntry } from '@repere/case-engine';
import { LoadedCase } from '../../cases/reading/loaded-case';

/**
 * The case with its first `length` entries, judged at `now`: as whoever opened it then would have found it. Names are masked in it
 * that are known today.
 */
export function asKnownAt(file: LoadedCase, length: number, now: number): LoadedCase {
  const { row, key, child, published, territory, formerly } = file;
  const journal = file.journal.slice(0, length);
  const fold = () => foldCase(published.set, journal as JournalEntry[], { now, territory });
  return new LoadedCase(row, key, child, journal, published, territory, formerly, fold, file.whole);
}

/**
 * How many entries were recorded by then. An entry behind one that came later came later itself, whatever its own time
 * says: a clock that was set back hides nothing.
 */
export function knownBy(journal: readonly JournalEntry[], instant: number): number {
  const later = journal.findIndex(({ recordedAt }) => recordedAt > instant);
  return later === -1 ? journal.length : later;
}
