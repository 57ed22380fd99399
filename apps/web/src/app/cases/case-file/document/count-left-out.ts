import type { CaseFile, TimelineEntry } from '@repere/contract';
import { isRedacted } from '@repere/cases';

/** How much of what the case holds a paper does not show, by what it is. */
export interface LeftOut {
  readonly answers: number;
  /** Notes, reasons, views, names of who took part. */
  readonly texts: number;
  /** Parts of what is known of people around the child. */
  readonly people: number;
}

/** Counts each place that says "left out": a paper that is redacted says by how much. */
export function countLeftOut(
  { people, redactedFacts, redactedNotes }: CaseFile,
  entries: readonly TimelineEntry[],
): LeftOut {
  const inEntries = entries.flatMap(({ values }) => values.filter(({ redacted }) => redacted));
  const known = new Set(inEntries.map(({ fact }) => fact));
  const elsewhere = redactedFacts.filter((fact) => !known.has(fact));
  return {
    answers: inEntries.length + elsewhere.length,
    texts:
      entries.reduce((sum, { redactedWords = [] }) => sum + redactedWords.length, 0) + redactedNotes.length,
    people: people.reduce(
      (sum, { name, relation, contact, note }) =>
        sum + [name, relation, contact, note].filter((it) => it !== undefined && isRedacted(it)).length,
      0,
    ),
  };
}
