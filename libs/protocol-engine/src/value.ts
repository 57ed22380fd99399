/** Answers that a person may give instead of a value. In a condition all three read as *unknown*. */
export const NON_ANSWERS = ['unknown', 'not-asked', 'refused'] as const;
export type NonAnswer = (typeof NON_ANSWERS)[number];

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

/** A number known to lie between two bounds, both included; either may be infinite. */
export interface NumberSpan {
  readonly low: number;
  readonly high: number;
}

/** A calendar day known to lie between two days, both included, counted from 1970-01-01 (day 0). */
export interface DateSpan {
  readonly firstDay: number;
  readonly lastDay: number;
}

/** The items of a checklist as conditions read them. `null` is unknown. */
export interface ChecklistValue {
  readonly items: ReadonlyMap<string, 'yes' | 'no' | NonAnswer>;
}

/** One row of a list: its fields as conditions read them. */
export interface RowValue {
  readonly id: string;
  readonly fields: Readonly<Record<string, Value>>;
}

/** Rows entered so far. While a list is open, further rows may exist: it never proves *none*. */
export interface ListValue {
  readonly rows: readonly RowValue[];
  readonly closed: boolean;
}

/** What an expression can give. `null` is unknown, never false. */
export type Value =
  | null
  | boolean
  | number
  | string
  | readonly string[]
  | NumberSpan
  | DateSpan
  | ChecklistValue
  | ListValue
  | RowValue;

/** Three-valued truth: `null` is unknown (Kleene). */
export type Truth = true | false | null;

/** Languages in which every text of a protocol exists. French is the source. */
export type Language = 'fr' | 'en';
export type Text = Readonly<Record<Language, string>>;

/** Two languages side by side, French first: the source. */
export function text(fr: string, en: string): Text {
  return { fr, en };
}
