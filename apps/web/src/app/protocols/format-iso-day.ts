import { LOCALES, type LanguageCode } from '@repere/ui';
import { withFirst } from '@repere/ui/date';

/** A day of the law in words, always with its year: `2029-01-01` → "1er janvier 2029". What isn't a day stays as it is. */
export function formatIsoDay(iso: string, language: LanguageCode): string {
  const at = Date.parse(`${iso.slice(0, 10)}T12:00:00Z`);
  if (Number.isNaN(at)) return iso;
  const day = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(at);
  return withFirst(day, language);
}
