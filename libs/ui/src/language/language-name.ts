import type { LanguageCode } from './language';

/** What a language is called on screen by its BCP 47 code; the code itself where nobody has a name for it. */
export function languageName(tag: string, screen: LanguageCode): string {
  try {
    return new Intl.DisplayNames([screen], { type: 'language' }).of(tag) ?? tag;
  } catch {
    // A code that looks like one and is none.
    return tag;
  }
}
