import type { FeelType, Text, Value } from '@repere/feel';
import type { JsonSchema } from '../schema/json-schema';
import type { FactValue } from './fact-values';

/** What a kind of answer may read of the fact that is asked; `FactDefinition` is this and more. */
export interface FactShape {
  readonly multiple?: boolean;
  /** Codes of a choice, in order, with their words. */
  readonly values?: readonly { readonly code: string; readonly label: Text }[];
  /** Codes from the most to the least protective. */
  readonly ranked?: readonly string[];
  readonly items?: readonly { readonly id: string; readonly label: Text; readonly hint?: Text }[];
  /** Field of the row by which `last()` orders. */
  readonly orderedBy?: string;
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  readonly maxLength?: number;
  /** Of a date: may lie in the future, as planned ones do. */
  readonly future?: boolean;
}

/** When and where a value is told: a date is in the future somewhere. */
export interface GivenWhen {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly zone: string;
}

/** What is wrong with a value, in words that say what would be right. */
export interface ValueProblem {
  readonly code: 'invalid-value' | 'unknown-code' | 'out-of-range' | 'too-long' | 'date-in-future';
  readonly text: Text;
}

/**
 * How conditions tell answers of a kind apart, *unknown* aside; what proves promises tries one of each.
 *
 * - `codes`: each code · `items`: each item of a checklist, or how many say the same
 * - `thresholds`: below, at and above each number that they are compared with, else `otherwise` · `days`: samples around the days that count
 * - `given`: that there is one, `like` this · `rows`: rows, whose fields have kinds of their own
 */
export type AnswerClasses =
  | { readonly by: 'codes' | 'items' | 'days' | 'rows' }
  | { readonly by: 'thresholds'; readonly otherwise: readonly number[] }
  | { readonly by: 'given'; readonly like: FactValue };

/** A kind of answer: everything that differs from one to the other. `index.ts` lists them. */
export interface FactType {
  /** What it is called, in a sentence. */
  readonly words: Text;
  /** Keys that a fact of this kind may have in YAML, beside those of every fact. */
  readonly schema: Readonly<Record<string, JsonSchema>>;
  /** Keys of `schema` without which it can't be asked, with what one could write. */
  readonly needs?: { readonly key: 'values' | 'items' | 'row'; readonly example: string };
  /** The type by which FEEL knows it. `row` gives the types of a list's fields and derived values. */
  feelType(shape: FactShape, row: Readonly<Record<string, FeelType>>): FeelType;
  /** Codes that an answer may be, in the protocol's order; none where it is no code. */
  codes(shape: FactShape): readonly string[];
  /** The problem with what was told, or `null`. What stands for no value is looked at before, unless that is said by item. */
  check(shape: FactShape, raw: unknown, when: GivenWhen): ValueProblem | null;
  /** What conditions read of a recorded value; `null` is unknown. */
  convert(raw: FactValue): Value;
  /** A recorded value in words. */
  formatValue(shape: FactShape, raw: FactValue): Text;
  /** An answer given under one version as another reads it; `undefined`: that has no place for it. Left out: as it is. */
  carry?(shape: FactShape, raw: FactValue): FactValue | undefined;
  readonly classes: AnswerClasses;
  /** What forms call it: where one answer is given, and where several may be; none where it is not asked in one field. */
  readonly askedAs: readonly string[];
  /** How it is told on one line where no widget stands: words to choose, items, or what is written; of a form, its example. */
  readonly writtenAs: 'options' | 'items' | 'words' | 'figure' | 'form';
  /** The widget of `@repere/ui` that it is given with; pages hold theirs against it. */
  readonly widget: string;
  /** Whether answers are codes and figures, which name nobody by themselves: what may stand in SQL. */
  readonly isCoded: boolean;
  /** Whether it tells a day from which periods and moments may count. */
  readonly isMoment: boolean;
  /** Whether answers are somebody's own words, which may tell anything: masked, and shown to who may read what they stand beside. */
  readonly isOwnWords: boolean;
  /**
   * How *unknown* and *refused* are said: beside the widget, of the whole · in place, as one answer more, each perhaps with a note · of
   * each item.
   */
  readonly noValue: 'beside' | 'in-place' | 'by-item';
}
