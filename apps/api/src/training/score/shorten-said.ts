import { type Text, text } from '@repere/feel';

/** Of one line, in characters. More stands at the step itself, one press away. */
const MOST_OF_LINE = 400;
/** Lines of one act: as many as the longest sheet asks. */
const MOST_LINES = 60;

/** What was written at an act, short enough to send five hundred of them at once. `isCut`: there is more of it. */
export function shortenSaid(said: readonly Text[]): {
  readonly said: readonly Text[];
  readonly isCut: boolean;
} {
  const isCut =
    said.length > MOST_LINES || said.some(({ fr, en }) => Math.max(fr.length, en.length) > MOST_OF_LINE);
  const lines = said.slice(0, MOST_LINES).map(({ fr, en }) => text(shortened(fr), shortened(en)));
  return { said: isCut ? lines : said, isCut };
}

/** Never in the middle of a character of two halves. */
const shortened = (line: string): string =>
  line.length > MOST_OF_LINE ? `${line.slice(0, MOST_OF_LINE).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
