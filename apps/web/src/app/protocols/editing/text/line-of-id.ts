/** The line, from 1, on which a step, outcome or safeguard of this id begins; `null` when it isn't there. */
export function lineOfId(text: string, id: string): number | null {
  const line = text
    .split('\n')
    .findIndex((each) => /^\s*-\s+(?:\{\s*)?(?:id|part):\s*([\w-]+)/.exec(each)?.[1] === id);
  return line < 0 ? null : line + 1;
}
