import { capitalised } from './capitalised';
import type { BothLanguages, LanguageCode } from './language';

/** The words of one language, under the same keys. */
export const inLanguage = <T extends Readonly<Record<string, BothLanguages>>>(words: T, code: LanguageCode) =>
  Object.fromEntries(Object.entries(words).map(([key, both]) => [key, both[code]])) as Record<
    keyof T,
    string
  >;

/** The same as labels, which begin with a capital. */
export const labelsIn = <T extends Readonly<Record<string, BothLanguages>>>(words: T, code: LanguageCode) =>
  Object.fromEntries(
    Object.entries(inLanguage(words, code)).map(([key, text]) => [key, capitalised(text)]),
  ) as Record<keyof T, string>;
