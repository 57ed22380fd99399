import type { NonAnswer } from '@repere/feel';

/** An answer with the words that go with it; the only way in which a non-answer is kept in the journal. */
export interface AnswerWithNote {
  readonly answer: NonAnswer | 'yes' | 'no';
  readonly note?: string;
}

/** Answers to the items of a checklist, by item id. A missing item is *not asked*. */
export type ChecklistAnswers = Readonly<Record<string, 'yes' | 'no' | AnswerWithNote>>;

/**
 * What is kept of one fact, as JSON.
 * - `choice`: the code; with `multiple`, a list of codes · `yes-no`: `"yes"` or `"no"` · `text`: the words
 * - `number`, `months`: a finite number · `date`: EDTF (ISO 8601-2): `2007`, `2007-05`, `2007-05-12`, each with `~` when estimated
 * - `duration`: ISO 8601 · `checklist`: its items · any type: `{answer: "unknown" | "not-asked" | "refused"}`
 * Lists hold rows, which come through `JournalEntry.row`, never as one value.
 */
export type FactValue = string | number | readonly string[] | ChecklistAnswers | AnswerWithNote;

/** Values of several facts, by fact id. */
export type FactValues = Readonly<Record<string, FactValue>>;
