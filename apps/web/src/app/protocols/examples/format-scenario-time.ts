import { LOCALES, type LanguageCode } from '@repere/ui';
import { withFirst } from '@repere/ui/date';

/** A moment of a story with its year and hour: "12 janvier 2025 à 10:00". */
export function formatScenarioTime(at: number, zone: string, language: LanguageCode): string {
  const said = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
  return withFirst(said, language);
}

const MINUTE = 60_000;

/** A deadline of a story; one at midnight is the end of the day before, told by its day alone. */
export function formatScenarioDeadline(at: number, zone: string, language: LanguageCode): string {
  const clock = { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const isMidnight = new Intl.DateTimeFormat('en', clock).format(at) === '00:00';
  if (!isMidnight) return formatScenarioTime(at, zone, language);
  const said = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(at - MINUTE);
  return withFirst(said, language);
}
