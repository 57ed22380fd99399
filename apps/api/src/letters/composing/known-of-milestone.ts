import type { FactView } from '@repere/case-engine';
import type { FactValue, KnownAnswers } from '@repere/protocol';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { withoutNotes } from '../../cases/words/notes-beside';

/** A fact of a protocol, `protocol.fact`, as the reader sees it; of several runs the newest. */
export const newestOf = (file: LoadedCase, facts: readonly FactView[], fact: string): FactView | undefined =>
  facts
    .filter(({ runId, fact: id }) => runId !== null && nameOf(file, runId, id) === fact)
    .toSorted((a, b) => a.seq - b.seq)
    .at(-1);

/** Nothing known is none of them, nor is an answer that stands for no value. */
export const isOneOf = (known: FactView | undefined, codes: readonly string[]): boolean =>
  known !== undefined && isCodeOf(known.value, codes);

/**
 * Whether the reader sees that it is known, and nothing but these was ever recorded: in any run, earlier, corrected since or waiting for a
 * second person. Doubt protects.
 */
export const isNeverBut = (
  file: LoadedCase,
  facts: readonly FactView[],
  { fact, is }: KnownAnswers,
): boolean =>
  isOneOf(newestOf(file, facts, fact), is) && everRecorded(file, fact).every((value) => isCodeOf(value, is));

const everRecorded = (file: LoadedCase, fact: string): readonly FactValue[] =>
  file.journal.flatMap((entry) => {
    if (!('values' in entry)) return [];
    const { runId } = entry;
    // Told outside of a run, it is a fact of the case.
    if (runId === undefined || !file.hasRun(runId)) return [];
    return Object.entries(entry.values).flatMap(([id, value]) =>
      nameOf(file, runId, id) === fact ? [value] : [],
    );
  });

const nameOf = (file: LoadedCase, runId: string, id: string): string =>
  `${file.documentOf(runId).protocol}.${id}`;

function isCodeOf(value: FactValue, codes: readonly string[]): boolean {
  const code = withoutNotes(value);
  return typeof code === 'string' && codes.includes(code);
}
