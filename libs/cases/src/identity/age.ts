/** What is known of an age on a day. `past18`: even the latest birth date makes eighteen; the day of that birthday. */
export type Age =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'exact'; readonly years: number }
  | { readonly kind: 'between'; readonly low: number; readonly high: number; readonly isEstimated: boolean }
  | { readonly kind: 'past18'; readonly on: string; readonly isEstimated: boolean };

/**
 * The age on a day (`2026-03-12`) by an EDTF birth date: an interval where the date is one. Born on 29 February: birthday
 * on 1 March. Says nothing of minority: that is the record's to say (domain 3.11).
 */
export function ageOn(birth: string | undefined, today: string): Age {
  const span = birth === undefined ? null : spanOf(birth);
  if (!span) return { kind: 'unknown' };
  const low = yearsBetween(span.last, today);
  const high = yearsBetween(span.first, today);
  if (high < 0) return { kind: 'unknown' };
  if (low >= 18) return { kind: 'past18', on: birthday(span.last, 18), isEstimated: span.isEstimated };
  return low === high && !span.isEstimated
    ? { kind: 'exact', years: low }
    : { kind: 'between', low: Math.max(0, low), high, isEstimated: span.isEstimated };
}

interface Span {
  readonly first: string;
  readonly last: string;
  readonly isEstimated: boolean;
}

function spanOf(edtf: string): Span | null {
  const [from = '', to = from] = edtf.split('/');
  const first = dayOf(from, '01-01', '01');
  const last = dayOf(to, '12-31', null);
  return first && last ? { first, last, isEstimated: edtf.includes('~') } : null;
}

/** The first or, without a day to fill in, the last day that a date may be. */
function dayOf(edtf: string, monthDay: string, day: string | null): string | null {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?~?$/.exec(edtf);
  if (!found) return null;
  const [, y = '', m, d] = found;
  if (!m) return `${y}-${monthDay}`;
  if (d) return `${y}-${m}-${d}`;
  const lastDay = new Date(Date.UTC(Number(y), Number(m), 0)).getUTCDate();
  return `${y}-${m}-${day ?? String(lastDay)}`;
}

function yearsBetween(born: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return today.slice(5) < born.slice(5) ? years - 1 : years;
}

function birthday(born: string, years: number): string {
  const year = Number(born.slice(0, 4)) + years;
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCDate() === 29;
  return born.endsWith('-02-29') && !isLeap ? `${year}-03-01` : `${year}${born.slice(4)}`;
}

/** By zone: to make one costs a hundred times what it costs to ask it. */
const calendars = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of a moment where the clock of this zone hangs: `2026-03-12`. */
export function dayIn(zone: string, now: number): string {
  const calendar =
    calendars.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  calendars.set(zone, calendar);
  return calendar.format(now);
}
