import type { LanguageCode } from '../language/language';

/** A date in words with "1er" where it says "1": French counts the first day of a month, and `Intl` does not know. */
export function withFirst(date: string, language: LanguageCode): string {
  return language === 'fr' ? date.replace(/(?<![\d\p{L}])1(?= \p{L}{3,})/u, '1er') : date;
}
