/** What a typed amount means; `value` is `null` when nothing was typed. */
export type AmountReading<T> =
  | { readonly ok: true; readonly value: T | null }
  | { readonly ok: false; readonly problem: 'not-a-number' | 'too-precise' };

/** A length of life as somebody types it: years, months, or both. */
export interface TypedMonths {
  readonly years: string;
  readonly months: string;
}
export const NO_MONTHS: TypedMonths = { years: '', months: '' };

export const DURATION_UNITS = ['minutes', 'hours', 'days', 'weeks', 'months'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];
export interface TypedDuration {
  readonly amount: string;
  readonly unit: DurationUnit;
}
export const NO_DURATION: TypedDuration = { amount: '', unit: 'days' };

/** A number with a comma or a point. */
export function readTypedNumber(typed: string): AmountReading<number> {
  const text = typed.trim().replace(',', '.').replace(/\s/g, '');
  if (!text) return { ok: true, value: null };
  return /^-?\d+(\.\d+)?$/.test(text) ? { ok: true, value: Number(text) } : WRONG;
}

/** Months, exact: 19,7 years are 236.4. What has no three decimals in months is refused, since rounding could age a child. */
export function readTypedMonths({ years, months }: TypedMonths): AmountReading<number> {
  const y = readTypedNumber(years);
  const m = readTypedNumber(months);
  if (!y.ok || !m.ok || (y.value ?? 0) < 0 || (m.value ?? 0) < 0) return WRONG;
  if (y.value === null && m.value === null) return { ok: true, value: null };
  const [inYears, inMonths] = [millionths(y.value ?? 0), millionths(m.value ?? 0)];
  const total = inYears === null || inMonths === null ? NaN : inYears * 12 + inMonths;
  return total % 1000 === 0 ? { ok: true, value: total / 1_000_000 } : TOO_PRECISE;
}

/** The two fields for months that are known already. */
export function typeMonths(total: number): TypedMonths {
  const years = Math.floor(total / 12);
  const months = thousandths(total - years * 12);
  return { years: years ? String(years) : '', months: months || !years ? String(months) : '' };
}

/** ISO 8601: `PT90M`, `P3D`, `P2M`. Whole amounts only. */
export function readTypedDuration({ amount, unit }: TypedDuration): AmountReading<string> {
  const text = amount.trim();
  if (!text) return { ok: true, value: null };
  if (!/^\d{1,4}$/.test(text)) return WRONG;
  const [before, letter] = ISO[unit];
  return { ok: true, value: `${before}${Number(text)}${letter}` };
}

/** The amount and unit of an ISO 8601 duration in one unit; nothing for any other. */
export function typeDuration(iso: string): TypedDuration {
  for (const unit of DURATION_UNITS) {
    const [before, letter] = ISO[unit];
    const found = new RegExp(`^${before}(\\d+)${letter}$`).exec(iso)?.[1];
    if (found) return { amount: found, unit };
  }
  return NO_DURATION;
}

const ISO: Readonly<Record<DurationUnit, readonly [string, string]>> = {
  minutes: ['PT', 'M'],
  hours: ['PT', 'H'],
  days: ['P', 'D'],
  weeks: ['P', 'W'],
  months: ['P', 'M'],
};
const WRONG = { ok: false, problem: 'not-a-number' } as const;
const TOO_PRECISE = { ok: false, problem: 'too-precise' } as const;

/** In whole millionths, `null` if it has more decimals than six: whole numbers are added without rounding. */
function millionths(amount: number): number | null {
  const whole = Math.round(amount * 1_000_000);
  return whole / 1_000_000 === amount ? whole : null;
}

const thousandths = (amount: number) => Math.round(amount * 1000) / 1000;
