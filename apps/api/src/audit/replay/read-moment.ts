import type { Words } from '@repere/cases';
import { dayNumber, isoDay, startOfDay } from '@repere/feel';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { Refusal } from '../../platform/refusals/refusal';
import { actsOf } from './acts-of';
import { knownBy } from './as-known-at';

/** A moment of a case: how much of its journal was known, and what the clock said. */
export interface Moment {
  /** Entries known. */
  readonly length: number;
  /** Epoch milliseconds. */
  readonly when: number;
  /** Of the entries known, those that were recorded just then. */
  readonly fresh: number;
}

const SEQ = /^[1-9]\d{0,8}$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * The moment that an address asks for: the `seq` of an act, an instant (ISO 8601 with its offset), or a day, which stands
 * for its end where the case is. Refuses (`invalid`, field `at`) what is no moment, not yet, or before the case was opened.
 */
export function readMoment(file: LoadedCase, at: string | undefined, now: number): Moment {
  if (at !== undefined && SEQ.test(at)) return ofAct(file, Number(at));
  const instant = at === undefined ? NaN : instantOf(at, file.territory.zone, now);
  if (Number.isNaN(instant))
    throw refused(
      'no-moment',
      'Ce moment n’existe pas : choisissez un acte ou une date.',
      'There is no such moment: choose an act or a date.',
    );
  if (instant > now)
    throw refused('in-the-future', 'Ce moment n’est pas encore venu.', 'This moment has not come yet.');
  const length = knownBy(file.journal, instant);
  if (length === 0 || instant < file.row.openedAt.getTime())
    throw refused(
      'before-opening',
      'Le dossier n’était pas encore ouvert à ce moment.',
      'The case had not been opened yet at that moment.',
    );
  return { length, when: instant, fresh: 0 };
}

/** Right after an act, with all that was recorded as one with it. */
function ofAct({ journal }: LoadedCase, seq: number): Moment {
  let length = 0;
  for (const act of actsOf(journal)) {
    length += act.length;
    const last = act.at(-1);
    if (last && last.seq >= seq) return { length, when: last.recordedAt, fresh: act.length };
  }
  throw refused('no-such-act', 'Cet acte n’est pas dans le dossier.', 'This act is not in the case.');
}

function instantOf(at: string, zone: string, now: number): number {
  if (INSTANT.test(at)) return Date.parse(at);
  const [, year, month, date] = DAY.exec(at) ?? [];
  const day = dayNumber(Number(year), Number(month), Number(date));
  // 31 April and what is no date at all.
  if (date === undefined || isoDay(day) !== at) return NaN;
  const start = startOfDay(day, zone);
  const end = startOfDay(day + 1, zone) - 1;
  // Of today, what is known by now.
  return start <= now ? Math.min(end, now) : end;
}

const refused = (code: string, fr: string, en: string): Refusal => {
  const text: Words = { fr, en };
  return new Refusal('invalid', { reasons: [{ code, field: 'at', text }] });
};
