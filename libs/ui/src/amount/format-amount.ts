import { LOCALES, type LanguageCode } from '../language/language';
import { typeDuration } from './typed-amount';

/** `3 jours` for an ISO 8601 duration in one unit, the text itself for any other. */
export function formatDuration(iso: string, language: LanguageCode): string {
  const { amount, unit: plural } = typeDuration(iso);
  return amount ? unit(Number(amount), plural.slice(0, -1), language) : iso;
}

function unit(amount: number, name: string, language: LanguageCode): string {
  return new Intl.NumberFormat(LOCALES[language], { style: 'unit', unit: name, unitDisplay: 'long' }).format(
    amount,
  );
}
