/** Answers that a person may give instead of a value. In a condition all three read as *unknown*. */
export const NON_ANSWERS = ['unknown', 'not-asked', 'refused'] as const;
export type NonAnswer = (typeof NON_ANSWERS)[number];

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

/** Languages in which every text exists. French is the source. */
export type Language = 'fr' | 'en';
export type Text = Readonly<Record<Language, string>>;

/** Two languages side by side, French first: the source. */
export function text(fr: string, en: string): Text {
  return { fr, en };
}
