import type { LetterLanguage } from '@repere/protocol';

/** A letter as it stands on paper: plain strings, in order. */
export interface PrintedLetter {
  readonly language: LetterLanguage;
  readonly title: string;
  readonly author: string;
  /** Year, month, day. */
  readonly date: readonly [number, number, number];
  /** The same in words. */
  readonly day: string;
  /** Who writes; none of a letter that must tell nothing of the service. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly reference: string | null;
  readonly fiction: string | null;
  /** What it stands on, before its parts. */
  readonly head: readonly string[];
  readonly parts: readonly { readonly title: string; readonly paragraphs: readonly (readonly string[])[] }[];
  readonly signatory: readonly string[];
  /** Where a second person signs. */
  readonly second: string | null;
  readonly words: { readonly page: string };
}

/** What the template must show. */
export const PRINTED_FIELDS = {
  ...{
    language: true,
    title: true,
    author: true,
    date: true,
    day: true,
    from: true,
    to: true,
    reference: true,
  },
  ...{ fiction: true, head: true, parts: true, signatory: true, second: true, words: true },
} as const satisfies Record<keyof PrintedLetter, true>;

/** Paragraphs are parted by an empty line, lines by the end of one. */
export const paragraphsOf = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.split('\n').map((line) => line.trim()));
