import type { PlaceOnPaper } from '../../protocols/exports/print-paper.task';

/** A letter is one or two pages: who reads it at night reads all of it. */
export const MOST_PAGES = 2;

/** Labels of `letter.typ`: where its words end, and where the signatures do. */
export const MARKS = ['words', 'end'] as const;

/** A4 with its margins, a line of text with what stands between two, and the blank above the signatures, in points. */
const PAGE_TOP = 62.4;
const PAGE = 841.9 - 2 * PAGE_TOP;
const LINE = 14.4;
const ABOVE_SIGNATURES = 27;

/** Lines that one page has room for. */
export const LINES_OF_PAGE = Math.floor(PAGE / LINE);

/**
 * By how many lines a letter is longer than it may be. Signatures stand together: those that went to a page of their own are counted as
 * if they stood below the words.
 */
export function linesOver([words, end]: readonly PlaceOnPaper[]): number {
  if (!words || !end) throw new Error('a letter without its end');
  const [page, down] = words;
  const signatures = end[0] === page ? end[1] - down : ABOVE_SIGNATURES + end[1] - PAGE_TOP;
  const all = (page - 1) * PAGE + down - PAGE_TOP + signatures;
  return Math.max(1, Math.ceil((all - MOST_PAGES * PAGE) / LINE));
}
