/** What the texts of a bundle are made of. */
const LETTERS = [
  ...Array.from({ length: 95 }, (_, n) => String.fromCharCode(32 + n)),
  ...'àâäçéèêëîïôöùûüÿæœÀÂÇÉÈÊËÎÏÔÙÛÜŒ’«»–—…€\n',
];
const LONGEST = 1000;

/**
 * The text that differs from this one by a single letter, changed, and that is right: found by trying, since a
 * hash tells nothing of how near a text is. `undefined` when there is none, or the text is too long to try.
 */
export function oneLetter(text: string, isRight: (text: string) => boolean): string | undefined {
  if (text.length > LONGEST) return undefined;
  for (let at = 0; at < text.length; at++)
    for (const letter of LETTERS) {
      const other = text.slice(0, at) + letter + text.slice(at + 1);
      if (isRight(other)) return other;
    }
  return undefined;
}
