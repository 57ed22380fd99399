import type { FactView, JournalEntry } from '@repere/case-engine';
import type { LoadedCase } from '../reading/loaded-case';
import { type Mask, maskOf } from './mask-words';
import { opensWords, type RedactedClasses } from './opens-words';

/** How a reader sees recorded values. */
export interface ValueSight {
  readonly redacted: RedactedClasses;
  /** Whether texts among them are shown, and the notes beside answers. */
  readonly opens: boolean;
  /** Over texts that are shown. */
  readonly mask: Mask;
}

/** Of the values of these entries: a text is shown where it may be shown of each. */
export const sightOf = (
  file: LoadedCase,
  entries: readonly (JournalEntry | undefined)[],
  redacted: RedactedClasses,
): ValueSight => ({
  redacted,
  mask: maskOf(file, redacted),
  opens:
    redacted.size === 0 ||
    (entries.length > 0 &&
      entries.every((entry) => entry !== undefined && opensWords(file, entry, 'values', redacted))),
});

/** Of a fact as it is known now: what is shown of the entry that it is known from. */
export const sightOfFact = (
  file: LoadedCase,
  { entryId }: Pick<FactView, 'entryId'>,
  redacted: RedactedClasses,
): ValueSight => sightOf(file, [file.journal.find(({ id }) => id === entryId)], redacted);

/** Of a row: of every entry that said something in it. */
export const sightOfRow = (file: LoadedCase, rowId: string, redacted: RedactedClasses): ValueSight =>
  sightOf(
    file,
    file.journal.filter((entry) => isAboutRow(entry, rowId)),
    redacted,
  );

function isAboutRow(entry: JournalEntry, rowId: string): boolean {
  if ('row' in entry && entry.row?.id === rowId) return true;
  const lists = entry.kind === 'facts-recorded' ? Object.values(entry.lists ?? {}) : [];
  return lists.some(({ rows }) => rows.some(({ id }) => id === rowId));
}
