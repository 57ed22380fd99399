import type { Language } from '../value';
import { parseDate } from './parse-date';

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/**
 * A date in words: "12 mars 2007", "mars 2007", "2007", "vers 2007", "entre 2006 et le 1er mars 2007".
 * What is no date comes back as it was written. The month names are ours, so that server and browser agree.
 */
export function formatDate(edtf: string, language: Language): string {
  if (!parseDate(edtf).ok) return edtf;
  const [from = '', to] = edtf.split('/');
  if (to === undefined) return words(from, language, false);
  const [between, and] = language === 'fr' ? ['entre', 'et'] : ['between', 'and'];
  return `${between} ${words(from, language, true)} ${and} ${words(to, language, true)}`;
}

function words(date: string, language: Language, inSentence: boolean): string {
  const estimated = date.endsWith('~');
  const [year = '', month, day] = date.replace('~', '').split('-').map(Number);
  const monthName = month === undefined ? undefined : MONTHS[language][month - 1];
  const dayName = day === 1 && language === 'fr' ? '1er' : day;
  const article = language === 'fr' && day !== undefined && (inSentence || estimated) ? 'le' : undefined;
  const about = estimated ? { fr: 'vers', en: 'about' }[language] : undefined;
  return [about, article, dayName, monthName, year].filter((word) => word !== undefined).join(' ');
}
