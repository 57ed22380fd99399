/**
 * Guidance one sentence a line: nobody reads a block of text at night. Words between quotation marks stay together, and
 * French signs stay with their word.
 */
export function guidanceLines(text: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let depth = 0;
  for (const word of text.trim().split(/[ \t\n]+/)) {
    line = line
      ? `${line}${/^[:;?!»]/.test(word) || line.endsWith('«') ? NO_BREAK_SPACE : ' '}${word}`
      : word;
    depth += count(word, /[«“]/g) - count(word, /[»”]/g);
    if (depth <= 0 && /[.!?…]\s?["»”]?$/.test(line) && !SHORT.test(word)) {
      lines.push(line);
      line = '';
      depth = 0;
    }
  }
  return line ? [...lines, line] : lines;
}

/** No line breaks here. */
const NO_BREAK_SPACE = '\u00a0';
/** Words that end with a point in the middle of a sentence. */
const SHORT = /^(?:art|ex|p|M|Mme|cf|etc|e\.g|i\.e)\.$/;
const count = (word: string, mark: RegExp) => word.match(mark)?.length ?? 0;
