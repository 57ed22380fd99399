import type { Words } from '@repere/cases';
import type { Occurrence, Precision } from '@repere/feel';

type Language = 'fr' | 'en';

/** A moment of the machine or of the space's clock, in words, on the clock of the case's territory. */
export const moment = (at: number | string, zone: string, language: Language): string =>
  withFirst(
    formatOf('minute', zone, language).format(typeof at === 'string' ? Date.parse(at) : at),
    language,
  );

/** The same in both languages. */
export const showInstant = (at: number, zone: string): Words => ({
  fr: moment(at, zone, 'fr'),
  en: moment(at, zone, 'en'),
});

/** The day in words on the clock of this zone. */
export const day = (at: number, zone: string, language: Language): string =>
  withFirst(formatOf('day', zone, language).format(at), language);

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

/** Making one takes far longer than using it, and a paper has thousands of moments. */
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
