import { LOCALES, type LanguageCode, sayLength } from '@repere/ui';

/** `82 %`; `null` gives nothing to say. */
export function sayShare(share: number | null, language: LanguageCode): string | null {
  if (share === null) return null;
  return new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 0 }).format(
    share,
  );
}

export const sayNumber = (n: number, language: LanguageCode): string =>
  new Intl.NumberFormat(LOCALES[language]).format(n);

/** `3 heures`; under a minute it was done at once. */
export function sayWait(wait: number | null, language: LanguageCode, atOnce: string): string | null {
  if (wait === null) return null;
  return wait < 60_000 ? atOnce : sayLength(wait, language);
}
