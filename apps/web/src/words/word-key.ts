import type { english } from './en/english';
import type { french } from './fr/french';

type KeysOf<T> = {
  readonly [K in keyof T & string]: T[K] extends string ? K : `${K}.${KeysOf<T[K]>}`;
}[keyof T & string];

/** A word of pages, `case.title`, that both languages have. */
export type WordKey = KeysOf<typeof french> & KeysOf<typeof english>;
