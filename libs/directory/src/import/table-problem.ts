import type { TableColumn } from './table-columns';

/** What can't be read in a line, or in the table (`line` 1). */
export interface ServiceTableProblem {
  readonly line: number;
  readonly column: TableColumn | null;
  readonly code:
    | 'no-column'
    | 'twice'
    | 'ambiguous'
    | 'no-title'
    | 'empty'
    | 'unknown-code'
    | 'not-a-number'
    | 'not-ages'
    | 'not-hours'
    | 'not-yes-no'
    | 'too-many';
  /** What stands there, shortened. */
  readonly found: string;
}
