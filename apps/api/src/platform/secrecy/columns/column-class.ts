import { FIELD_CLASSES, type FieldClass } from '@repere/protocol-engine';
import type { Words } from '@repere/cases';
import type { RetentionKey } from './retention-key';

/** What a ciphertext opens with: the key of its case, the space's own, those of several cases in turn, or a key-encryption key. */
export type SealingKey = 'case' | 'case-or-space' | 'space' | 'several-cases' | 'key-encryption';

/** What a column tells whoever has the whole database and none of the keys. */
export type ColumnClass =
  /** Instants, counts, states, the tree of the record: nothing about anybody. */
  | { readonly is: 'impersonal' }
  /** Codes from a list of ours or of a protocol, in clear: about a case or an act, identifying nobody. */
  | { readonly is: 'coded' }
  /** Protocols and what is said about them to be published: public by purpose. */
  | { readonly is: 'published' }
  /** A random id. */
  | { readonly is: 'pseudonym'; readonly of: 'case' | 'account' | 'team' | 'row' }
  /** AES-256-GCM, bound to table, column and row; `row` are the columns that make up the row's name, joined by `:`. */
  | {
      readonly is: 'ciphertext';
      readonly holds: readonly (FieldClass | 'staff' | 'key')[];
      readonly under: SealingKey;
      /** Column with the id of the data key; none where the ciphertext or the space says it. */
      readonly keyColumn?: string;
      readonly row: readonly string[];
      readonly form: 'json' | 'bytes';
    }
  /** HMAC under a key that is not in the database: equal values are equal, and no guess can be tried. */
  | { readonly is: 'keyed-hash'; readonly of: string }
  /** A hash of something random or salted, or a slow one of a password: it can't be turned back. */
  | { readonly is: 'one-way'; readonly of: string }
  /** Was in clear before; the application empties it into another column at its start, and nothing is written to it. */
  | { readonly is: 'emptied'; readonly into: string }
  /** About who works here, in clear, and why. */
  | { readonly is: 'staff'; readonly why: string };

/** A table: what it is for, how long it is kept, and what each of its columns tells. */
export interface ClassifiedTable {
  readonly purpose: Words;
  readonly retention: RetentionKey;
  readonly columns: Readonly<Record<string, ColumnClass>>;
}

/** By name. */
export type ClassifiedTables = Readonly<Record<string, ClassifiedTable>>;

export const IMPERSONAL: ColumnClass = { is: 'impersonal' };
export const CODED: ColumnClass = { is: 'coded' };
export const PUBLISHED: ColumnClass = { is: 'published' };
export const CASE: ColumnClass = { is: 'pseudonym', of: 'case' };
export const ACCOUNT: ColumnClass = { is: 'pseudonym', of: 'account' };
export const TEAM: ColumnClass = { is: 'pseudonym', of: 'team' };
export const ROW: ColumnClass = { is: 'pseudonym', of: 'row' };

export const keyedHash = (of: string): ColumnClass => ({ is: 'keyed-hash', of });
export const oneWay = (of: string): ColumnClass => ({ is: 'one-way', of });
export const staff = (why: string): ColumnClass => ({ is: 'staff', why });

export type Ciphertext = Extract<ColumnClass, { is: 'ciphertext' }>;

/** Whatever a case may hold. */
export const ANYTHING: Ciphertext['holds'] = FIELD_CLASSES;

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
