import type { FeelType, Reference, Scope } from '../expression-types';
import type { Text, RowValue } from '../value';
import type { SourceRange, Syntax } from '../syntax/syntax';
import type { Term } from './condition-term';

/** The row that a quantified condition is looking at. Set and restored by the loop, read by the closures of its fields. */
export interface RowCell {
  row: RowValue | null;
}

/** Rows of a list while a condition is asked of each. */
export interface RowFrame {
  /** `e` in `some e in exams …`; `null` where fields are written bare, as in `count(exams, low > 216)`. */
  readonly variable: string | null;
  readonly fields: Readonly<Record<string, FeelType>>;
  readonly cell: RowCell;
  /** The list as written, and what reading it means. */
  readonly list: string;
  readonly kind: Reference['kind'];
  readonly isMonotone: boolean;
}

/** What each compiling function is handed. `null` for a term means: already refused. */
export interface Compiling<Env> {
  readonly scope: Scope<Env>;
  /** Innermost last. */
  readonly frames: readonly RowFrame[];
  compile(syntax: Syntax): Term<Env> | null;
  within(frame: RowFrame): Compiling<Env>;
  refuseAt(place: SourceRange, message: Text, remedy: Text): null;
  /** The source of a part, without blanks. */
  print(place: SourceRange): string;
}
