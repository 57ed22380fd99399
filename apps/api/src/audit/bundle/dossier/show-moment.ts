import type { Occurrence, Precision } from '@repere/feel';
import type { Language } from './dossier-case';

/** A moment of the machine or of the space's clock, in words, on the clock of the case's territory. */
export const moment = (at: number | string, zone: string, language: Language): string =>
  withFirst(
    formatOf('minute', zone, language).format(typeof at === 'string' ? Date.parse(at) : at),
    language,
  );

/** When something happened, as exactly as it is known. */
export function occurrence(
  { from, to, precision, estimated }: Occurrence,
  zone: string,
  language: Language,
): string {
  const about = estimated ? { fr: 'vers ', en: 'about ' }[language] : '';
  if (precision === 'minute') return about + moment(from, zone, language);
  const format = formatOf(precision, zone, language);
  const [first = '', last = ''] = [from, Math.max(from, to - 1)].map((at) =>
    withFirst(format.format(at), language),
  );
  return about + (first === last ? first : `${first} – ${last}`);
}

/** French counts the first day of a month, and `Intl` does not know. */
const withFirst = (said: string, language: Language): string =>
  language === 'fr' ? said.replace(/^1 /, '1er ') : said;

const FORMATS = {
  minute: { dateStyle: 'long', timeStyle: 'short' },
  day: { year: 'numeric', month: 'long', day: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  year: { year: 'numeric' },
} as const satisfies Readonly<Record<Precision, Intl.DateTimeFormatOptions>>;

/** Making one takes far longer than using it, and a dossier has thousands of moments. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(precision: Precision, zone: string, language: Language): Intl.DateTimeFormat {
  const name = `${precision} ${zone} ${language}`;
  const known = formats.get(name);
  if (known) return known;
  const options = { ...FORMATS[precision], timeZone: zone };
  const made = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', options);
  formats.set(name, made);
  return made;
}

const MINUTE = 60_000;

/** A length of time in two units at most: "3 j 4 h". */
export function duration(milliseconds: number, language: Language): string {
  const minutes = Math.round(milliseconds / MINUTE);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const units = language === 'fr' ? ['j', 'h', 'min'] : ['d', 'h', 'min'];
  const parts = [days, hours, rest].map((count, place) =>
    count > 0 ? `${String(count)} ${units[place]}` : '',
  );
  return parts.filter(Boolean).slice(0, 2).join(' ') || `0 ${units[2]}`;
}
