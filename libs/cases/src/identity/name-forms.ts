import anyAscii from 'any-ascii';
import { remove } from 'confusables';

/** Longest part of a name that is compared; the rest adds nothing and costs index rows. */
const LONGEST_WORD = 24;

const words = (latin: string): readonly string[] =>
  latin
    .toLowerCase()
    .replace(/['’ʼ`]/gu, '')
    .split(/[^a-z0-9]+/u)
    .filter((word) => word.length > 0)
    .map((word) => word.slice(0, LONGEST_WORD));

/**
 * Gives the words of a name as they are compared: Latin, lower case, without accents, in text order and without repeats.
 * A name written with look-alike letters of another script (a Cyrillic "а" in "Mаria") gives both readings: by sound
 * (transliteration) and by look (Unicode confusables).
 */
export function nameForms(name: string): readonly string[] {
  const folded = name.normalize('NFKC');
  return [...new Set([...words(anyAscii(folded)), ...words(anyAscii(remove(folded)))])];
}
