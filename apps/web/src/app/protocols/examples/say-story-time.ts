import { LOCALES, type LanguageCode } from '@repere/ui';

/** A moment of a story with its year and hour: "12 janvier 2025 à 10:00". */
export function sayStoryTime(at: number, zone: string, language: LanguageCode): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}
