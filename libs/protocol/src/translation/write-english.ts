import { putWords } from './put-words';
import { stampOf } from './stamp';
import type { Translated } from './translation';

/**
 * An English file with these words for one French text, and the stamp that says so; everything else stays to the letter.
 * With the words that are there already it only stamps them: they are still right.
 */
export function writeEnglish(
  file: string,
  { path, key, fr }: Pick<Translated, 'path' | 'key' | 'fr'>,
  en: string,
): string {
  const words = en.trim();
  if (words === '') return file;
  const written = putWords(file, path, words);
  const stamp = stampOf(fr, words);
  // One stamp on a line each, as `repere protocol stamp` writes them.
  if (/^stamps:/m.test(written)) return putWords(written, ['stamps', key], stamp);
  return `${written}${written.endsWith('\n') ? '' : '\n'}stamps:\n  ${key}: ${stamp}\n`;
}
