import type { Words } from '@repere/cases';
import type { Ciphertext, ColumnClass, SealingKey } from '../../data/column-class';
import type { RetentionKey } from '../../data/retention-key';

/** A table: what it is for, how long it is kept, and what each of its columns tells. */
export interface ClassifiedTable {
  readonly purpose: Words;
  readonly retention: RetentionKey;
  readonly columns: Readonly<Record<string, ColumnClass>>;
}

/** By name. */
export type ClassifiedTables = Readonly<Record<string, ClassifiedTable>>;

/** JSON under a data key. */
export const sealed = (
  holds: Ciphertext['holds'],
  under: SealingKey,
  row: readonly string[],
  keyColumn?: string,
): ColumnClass => ({
  is: 'ciphertext',
  holds,
  under,
  row,
  form: 'json',
  ...(keyColumn !== undefined && { keyColumn }),
});

/** Columns of one class. */
export const each = (columnClass: ColumnClass, ...columns: readonly string[]): ClassifiedTable['columns'] =>
  Object.fromEntries(columns.map((column) => [column, columnClass]));
