import type { Words } from '@repere/cases';

/** A moment on the clock of a zone: "12 mars 2025 à 14:05". */
export function showInstant(at: number, zone: string): Words {
  const format = (language: string): string =>
    new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(at);
  // French counts the first day of a month, and `Intl` does not know.
  return { fr: format('fr-FR').replace(/^1 /, '1er '), en: format('en-GB') };
}
