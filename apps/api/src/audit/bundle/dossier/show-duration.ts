import type { Language } from './dossier-case';

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
