import { LOCALES, type LanguageCode } from '../language/language';
import { typeDate } from './typed-date';
import { withFirst } from './with-first';

/** `12 mai 2009`, `mai 2009`, `2009` for an EDTF date, without saying whether it is estimated. */
export function formatEdtf(edtf: string, language: LanguageCode): string {
  const { year, month, day } = typeDate(edtf);
  if (!month) return year;
  const said = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(day ? { day: 'numeric' as const } : {}),
  }).format(Date.UTC(Number(year), Number(month) - 1, Number(day) || 1));
  return withFirst(said, language);
}
