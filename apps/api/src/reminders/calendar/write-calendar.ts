/** Octets of a line, RFC 5545 §3.1. */
const MOST_OCTETS = 75;
const CRLF = '\r\n';

/** A day with something on it, and what it is called by: the same each time, so that a calendar changes it and adds none. */
export interface CalendarDay {
  /** ISO 8601, `2026-11-30`. */
  readonly day: string;
  readonly uid: string;
}

const FICTION = {
  fr: { tag: 'FICTIF', exercise: 'exercice' },
  en: { tag: 'FICTIONAL', exercise: 'exercise' },
} as const;
const WORD = { fr: 'rendez-vous', en: 'appointment' } as const;

/**
 * An iCalendar file (RFC 5545) of whole days with one word. It says nothing of what is on a day, how much, or at what hour: a
 * calendar is shown on telephones, in meetings and by servers of others. `stamped`: the day on which it was made. `isFiction`: each day
 * says so, since a calendar mixes it with others'.
 */
export function writeCalendar(
  days: readonly CalendarDay[],
  language: 'fr' | 'en',
  { stamped, isFiction }: { readonly stamped: string; readonly isFiction: boolean },
): string {
  const { tag, exercise } = FICTION[language];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Repere//${WORD[language]}//${language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...(isFiction ? [`X-WR-CALNAME:${tag} - ${exercise}`] : []),
    ...days.flatMap(({ day, uid }) => [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      // Required (§3.8.7.2); midnight, as the minute would tell when it was fetched or changed.
      `DTSTAMP:${compact(stamped)}T000000Z`,
      `DTSTART;VALUE=DATE:${compact(day)}`,
      `SUMMARY:${isFiction ? `${exercise} - ` : ''}${WORD[language]}`,
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map(fold).join('');
}

const compact = (day: string): string => day.replaceAll('-', '');

/** All of it is ASCII: an octet is a character. A line that is too long goes on behind a space (§3.1). */
function fold(line: string): string {
  const parts = [line.slice(0, MOST_OCTETS)];
  for (let at = MOST_OCTETS; at < line.length; at += MOST_OCTETS - 1)
    parts.push(` ${line.slice(at, at + MOST_OCTETS - 1)}`);
  return `${parts.join(CRLF)}${CRLF}`;
}
