import { civilDate, formatDate, localDay, type Text } from '@repere/feel';

/** The local day of a moment in words: "12 mars 2007". */
export function formatMoment(at: number, zone: string): Text {
  const { year, month, day } = civilDate(localDay(at, zone));
  const two = (n: number): string => String(n).padStart(2, '0');
  const edtf = `${year}-${two(month)}-${two(day)}`;
  return { fr: formatDate(edtf, 'fr'), en: formatDate(edtf, 'en') };
}
