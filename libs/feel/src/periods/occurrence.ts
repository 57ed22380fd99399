import { Temporal } from 'temporal-polyfill';
import type { Text } from '../value';
import type { Occurrence } from './occurrence-types';
import { startOfDay } from '../dates/local-day';
import { parseDate, type DateProblem } from '../dates/parse-date';

/** What is wrong with a time, for programs and for the screen. */
export interface OccurrenceProblem {
  readonly code: DateProblem['code'] | 'not-a-time' | 'no-such-time';
  readonly text: Text;
}

export type OccurrenceResult =
  | { readonly ok: true; readonly value: Occurrence }
  | { readonly ok: false; readonly problem: OccurrenceProblem };

/** The occurrence of something whose instant (epoch ms) is known. */
export function occurrenceAt(instant: number): Occurrence {
  return { from: instant, to: instant, precision: 'minute' };
}

/**
 * The occurrence that a person meant, in a zone: an instant with its offset (`2025-04-02T02:00+02:00`), the local
 * clock (`2025-04-02T02:00`), or an EDTF date (`2025-04-02`, `2025-04`, `2007~`, `2007/2008`: from the first moment of its
 * first local day to the last millisecond of its last). An hour that the clocks pass twice gives both moments as
 * bounds; one that they skip is refused.
 */
export function parseOccurrence(when: string, zone: string): OccurrenceResult {
  if (when.includes('T')) return parseTime(when, zone);
  const date = parseDate(when);
  if (!date.ok) return date;
  const { span, precision, estimated } = date.value;
  return {
    ok: true,
    value: {
      from: startOfDay(span.firstDay, zone),
      to: startOfDay(span.lastDay + 1, zone) - 1,
      precision,
      ...(estimated && { estimated }),
    },
  };
}

const TIME =
  /^(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})T(?<clock>[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,3})?)?)(?<offset>Z|[+-][0-9]{2}:[0-9]{2})?$/;

function parseTime(when: string, zone: string): OccurrenceResult {
  const { date, clock, offset } = TIME.exec(when)?.groups ?? {};
  if (date === undefined || clock === undefined) return refused('not-a-time', NOT_A_TIME);
  const day = parseDate(date);
  if (!day.ok) return day;
  if (!/^(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9]|$)/.test(clock))
    return refused('not-a-time', NOT_A_TIME);

  if (offset !== undefined) {
    if (!/^(?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])$/.test(offset)) return refused('not-a-time', NOT_A_TIME);
    return { ok: true, value: occurrenceAt(Temporal.Instant.from(when).epochMilliseconds) };
  }

  const local = Temporal.PlainDateTime.from(when);
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(zone, { disambiguation: 'later' });
  // Of a time in a gap, both readings show another time than the one asked for.
  if (!earlier.toPlainDateTime().equals(local)) {
    return refused('no-such-time', {
      fr: `Ce jour-là, l’horloge n’a jamais marqué ${clock} (passage à l’heure d’été).`,
      en: `On that day the clock never showed ${clock} (clocks went forward).`,
    });
  }
  return {
    ok: true,
    value: { from: earlier.epochMilliseconds, to: later.epochMilliseconds, precision: 'minute' },
  };
}

const NOT_A_TIME: Text = {
  fr: 'Ce n’est pas une heure. Écrire 2025-04-02T02:00, ou 2025-04-02T02:00+02:00.',
  en: 'This is not a time. Write 2025-04-02T02:00, or 2025-04-02T02:00+02:00.',
};

function refused(code: OccurrenceProblem['code'], text: Text): OccurrenceResult {
  return { ok: false, problem: { code, text } };
}
