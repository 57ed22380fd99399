import { LOCALES, type LanguageCode } from '../language/language';
import { typeDuration, typeMonths } from './typed-amount';

/** `17 ans et 7 mois`, `18 mois` for a number of months. */
export function sayMonths(total: number, language: LanguageCode): string {
  const { years, months } = typeMonths(total);
  const parts = [
    years && unit(Number(years), 'year', language),
    months && unit(Number(months), 'month', language),
  ];
  return new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(
    parts.filter((part): part is string => !!part),
  );
}

/** `3 jours` for an ISO 8601 duration in one unit, the text itself for any other. */
export function sayDuration(iso: string, language: LanguageCode): string {
  const { amount, unit: plural } = typeDuration(iso);
  return amount ? unit(Number(amount), plural.slice(0, -1), language) : iso;
}

function unit(amount: number, name: string, language: LanguageCode): string {
  return new Intl.NumberFormat(LOCALES[language], { style: 'unit', unit: name, unitDisplay: 'long' }).format(
    amount,
  );
}
