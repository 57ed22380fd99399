export const PRECISIONS = ['exact', 'month', 'year', 'estimated'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** A date as somebody types it, before it is understood. Kept as typed, so that a mistake can be seen and mended. */
export interface TypedDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly precision: Precision;
}

export const NO_DATE: TypedDate = { day: '', month: '', year: '', precision: 'exact' };

export type DateProblem = 'year-missing' | 'year-unlike' | 'month-missing' | 'no-such-month' | 'no-such-day';

/** What a typed date means. `edtf` is `''` when nothing was typed. */
export type DateReading =
  { readonly ok: true; readonly edtf: string } | { readonly ok: false; readonly problem: DateProblem };

/**
 * EDTF (ISO 8601-2: `2009`, `2009-05`, `2009-05-12`, each with `~` when estimated) of what was typed.
 * What is left empty is not known: a year alone is a good answer.
 */
export function readTypedDate(typed: TypedDate): DateReading {
  const year = typed.year.trim();
  const month = typed.precision === 'year' ? '' : typed.month.trim();
  const day = typed.precision === 'year' || typed.precision === 'month' ? '' : typed.day.trim();
  if (!year && !month && !day) return { ok: true, edtf: '' };
  if (!year) return { ok: false, problem: 'year-missing' };
  if (!/^(19|20)\d\d$/.test(year)) return { ok: false, problem: 'year-unlike' };
  const mark = typed.precision === 'estimated' ? '~' : '';
  if (!month && !day) return { ok: true, edtf: year + mark };
  if (!month) return { ok: false, problem: 'month-missing' };
  if (!/^\d{1,2}$/.test(month) || Number(month) < 1 || Number(month) > 12)
    return { ok: false, problem: 'no-such-month' };
  if (!day) return { ok: true, edtf: `${year}-${two(month)}${mark}` };
  if (!/^\d{1,2}$/.test(day) || !exists(Number(year), Number(month), Number(day)))
    return { ok: false, problem: 'no-such-day' };
  return { ok: true, edtf: `${year}-${two(month)}-${two(day)}${mark}` };
}

/** The three fields for an EDTF date that is already known. */
export function typeDate(edtf: string): TypedDate {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(~)?$/.exec(edtf);
  if (!found) return NO_DATE;
  const [, year = '', month = '', day = '', mark] = found;
  const precision: Precision = mark ? 'estimated' : day ? 'exact' : month ? 'month' : 'year';
  return { year, month: unpadded(month), day: unpadded(day), precision };
}

function exists(year: number, month: number, day: number): boolean {
  return day >= 1 && new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day && day <= 31;
}

const two = (text: string) => text.padStart(2, '0');
const unpadded = (text: string) => (text ? String(Number(text)) : '');
