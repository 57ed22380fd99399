import type { DateSpan, Text } from '../value';
import { dayNumber, daysInMonth } from './civil-day';
import type { Precision } from '../periods/occurrence-types';

/** A date as it was told: the days it may be, how exactly, and whether it is only an estimate. */
export interface ParsedDate {
  readonly span: DateSpan;
  /** Of an interval: the coarser of its two ends. */
  readonly precision: Exclude<Precision, 'minute'>;
  readonly estimated: boolean;
}

/** What is wrong with a date, for programs and for the screen. */
export interface DateProblem {
  readonly code: 'not-a-date' | 'other-digits' | 'no-such-month' | 'no-such-day' | 'ends-before-it-starts';
  readonly text: Text;
}

export type DateResult =
  { readonly ok: true; readonly value: ParsedDate } | { readonly ok: false; readonly problem: DateProblem };

/**
 * The days that an EDTF date (ISO 8601-2) stands for: `2007`, `2007-05`, `2007-05-12`, each with `~` when
 * estimated, or two of them with `/` between: somewhere from the first to the second. Years 0000 to 9999.
 */
export function parseDate(edtf: string): DateResult {
  const [first = '', second, ...more] = edtf.split('/');
  if (more.length > 0) return refused('not-a-date', NOT_A_DATE);
  const from = parseOne(first);
  if (second === undefined || !from.ok) return from;
  const to = parseOne(second);
  if (!to.ok) return to;
  if (to.value.span.lastDay < from.value.span.firstDay) {
    return refused('ends-before-it-starts', {
      fr: 'La fin de la période est avant son début.',
      en: 'The period ends before it starts.',
    });
  }
  const rank = ['day', 'month', 'year'] as const;
  return {
    ok: true,
    value: {
      span: {
        firstDay: from.value.span.firstDay,
        lastDay: Math.max(from.value.span.lastDay, to.value.span.lastDay),
      },
      precision: rank.findLast((it) => it === from.value.precision || it === to.value.precision) ?? 'year',
      estimated: from.value.estimated || to.value.estimated,
    },
  };
}

/**
 * The days that a condition may rely on: `null` for an estimate, which gives no certainty, and for what is
 * no date at all; else every day that it may be.
 */
export function spanForConditions(edtf: string): DateSpan | null {
  const parsed = parseDate(edtf);
  return parsed.ok && !parsed.value.estimated ? parsed.value.span : null;
}

const NOT_A_DATE: Text = {
  fr: 'Ce n’est pas une date. Écrire 2007, 2007-05 ou 2007-05-12, avec ~ à la fin si elle est estimée.',
  en: 'This is not a date. Write 2007, 2007-05 or 2007-05-12, with ~ at the end if it is estimated.',
};

function parseOne(text: string): DateResult {
  const match = /^(?<year>[0-9]{4})(?:-(?<month>[0-9]{2})(?:-(?<day>[0-9]{2}))?)?(?<tilde>~)?$/.exec(text);
  if (!match) {
    if (/(?![0-9])\p{Nd}/u.test(text)) {
      return refused('other-digits', {
        fr: 'Écrire la date avec les chiffres 0 à 9.',
        en: 'Write the date with the digits 0 to 9.',
      });
    }
    return refused('not-a-date', NOT_A_DATE);
  }
  const { year, month, day, tilde } = match.groups ?? {};
  const y = Number(year);
  const estimated = tilde !== undefined;
  if (month === undefined) return dated(dayNumber(y, 1, 1), dayNumber(y, 12, 31), 'year', estimated);

  const m = Number(month);
  if (m < 1 || m > 12) {
    return refused('no-such-month', {
      fr: `Il n’y a pas de mois ${month}.`,
      en: `There is no month ${month}.`,
    });
  }
  const length = daysInMonth(y, m);
  if (day === undefined) return dated(dayNumber(y, m, 1), dayNumber(y, m, length), 'month', estimated);

  const d = Number(day);
  if (d < 1 || d > length) {
    return refused('no-such-day', {
      fr: `Le ${day}/${month}/${year} n’existe pas.`,
      en: `There is no ${day}/${month}/${year}.`,
    });
  }
  return dated(dayNumber(y, m, d), dayNumber(y, m, d), 'day', estimated);
}

function dated(
  firstDay: number,
  lastDay: number,
  precision: ParsedDate['precision'],
  estimated: boolean,
): DateResult {
  return { ok: true, value: { span: { firstDay, lastDay }, precision, estimated } };
}

function refused(code: DateProblem['code'], text: Text): DateResult {
  return { ok: false, problem: { code, text } };
}
