import type { en, fr } from './whole';

type KeysOf<T> = {
  readonly [K in keyof T & string]: T[K] extends string ? K : `${K}.${KeysOf<T[K]>}`;
}[keyof T & string];

/** A word of pages, `case.title`, that both languages have. */
export type WordKey = KeysOf<Omit<typeof fr, 'ui'>> & KeysOf<Omit<typeof en, 'ui'>>;
