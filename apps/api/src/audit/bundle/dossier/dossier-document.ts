/**
 * What a dossier says, in one language, in the order in which it is read: plain strings. The page and the paper are drawn
 * from it and add nothing.
 */
export interface DossierDocument {
  readonly language: 'fr' | 'en';
  readonly title: string;
  /** At the foot of each page. */
  readonly reference: string;
  /** "FICTIF" where no child is real. */
  readonly fiction: string | null;
  /** Day of making, for the paper's own data: year, month, day. */
  readonly date: readonly [year: number, month: number, day: number];
  readonly words: { readonly contents: string; readonly page: string };
  readonly head: readonly Block[];
  readonly parts: readonly Part[];
}

export interface Part {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'text'; readonly text: string; readonly isQuiet?: boolean }
  | { readonly kind: 'heading'; readonly level: 3 | 4; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'lines'; readonly lines: readonly (readonly [label: string, said: string])[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

export const text = (said: string): Block => ({ kind: 'text', text: said });
export const quiet = (said: string): Block => ({ kind: 'text', text: said, isQuiet: true });
export const heading = (said: string, level: 3 | 4 = 3): Block => ({ kind: 'heading', level, text: said });
export const list = (items: readonly string[]): Block => ({ kind: 'list', items });
export const table = (columns: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  columns,
  rows,
});

/** Pairs of a label and what is said; those without anything to say are left out. */
export const lines = (
  pairs: readonly (readonly [label: string, said: string | null | undefined])[],
): Block => ({
  kind: 'lines',
  lines: pairs.flatMap(([label, said]) => (said ? [[label, said] as const] : [])),
});
