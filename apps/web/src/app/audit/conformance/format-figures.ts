import { LOCALES, type LanguageCode, formatLength } from '@repere/ui';

/** `82 %`; `null` gives nothing to say. */
export function formatShare(share: number | null, language: LanguageCode): string | null {
  if (share === null) return null;
  return new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 0 }).format(
    share,
  );
}

export const formatNumber = (n: number, language: LanguageCode): string =>
  new Intl.NumberFormat(LOCALES[language]).format(n);

/** `3 heures`; under a minute it was done at once. */
export function formatWait(wait: number | null, language: LanguageCode, atOnce: string): string | null {
  if (wait === null) return null;
  return wait < 60_000 ? atOnce : formatLength(wait, language);
}
