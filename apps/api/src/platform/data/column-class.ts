import { FIELD_CLASSES, type FieldClass } from '@repere/protocol';

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
      /** `packed-json`: made smaller first, for what nobody chooses a part of who may also see how long it got (`sealed.ts`). */
      readonly form: 'json' | 'packed-json' | 'bytes';
    }
  /** HMAC under a key that is not in the database: equal values are equal, and no guess can be tried. */
  | { readonly is: 'keyed-hash'; readonly of: string }
  /** A hash of something random or salted, or a slow one of a password: it can't be turned back. */
  | { readonly is: 'one-way'; readonly of: string }
  /** About who works here, in clear, and why. */
  | { readonly is: 'staff'; readonly why: string };

/** A column that holds ciphertext. */
export type Ciphertext = Extract<ColumnClass, { is: 'ciphertext' }>;

/** Every other one: what it holds is read without a key. */
export type ReadableClass = Exclude<ColumnClass, Ciphertext>;

export const IMPERSONAL: ReadableClass = { is: 'impersonal' };
export const CODED: ReadableClass = { is: 'coded' };
export const PUBLISHED: ReadableClass = { is: 'published' };
export const CASE: ReadableClass = { is: 'pseudonym', of: 'case' };
export const ACCOUNT: ReadableClass = { is: 'pseudonym', of: 'account' };
export const TEAM: ReadableClass = { is: 'pseudonym', of: 'team' };
export const ROW: ReadableClass = { is: 'pseudonym', of: 'row' };

export const keyedHash = (of: string): ReadableClass => ({ is: 'keyed-hash', of });
export const oneWay = (of: string): ReadableClass => ({ is: 'one-way', of });
export const staff = (why: string): ReadableClass => ({ is: 'staff', why });

/** Whatever a case may hold. */
export const ANYTHING: Ciphertext['holds'] = FIELD_CLASSES;
