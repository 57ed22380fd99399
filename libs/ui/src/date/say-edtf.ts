import { LOCALES, type LanguageCode } from '../language/language';
import { typeDate } from './typed-date';

/** `12 mai 2009`, `mai 2009`, `2009` for an EDTF date, without saying whether it is estimated. */
export function sayEdtf(edtf: string, language: LanguageCode): string {
  const { year, month, day } = typeDate(edtf);
  if (!month) return year;
  return new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(day ? { day: 'numeric' as const } : {}),
  }).format(Date.UTC(Number(year), Number(month) - 1, Number(day) || 1));
}
