/**
 * A text in lines of at most so many letters, for drawings that can't wrap by themselves; what doesn't fit ends with "…".
 * A word longer than a line is split.
 */
export function wrapWords(text: string, letters: number, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  const shown = lines
    .slice(0, most)
    .map((line) => (line.length > letters ? `${line.slice(0, letters - 1)}…` : line));
  const last = shown.at(-1);
  if (lines.length <= most || last === undefined) return shown;
  return [...shown.slice(0, -1), `${last.slice(0, letters - 1)}…`];
}
