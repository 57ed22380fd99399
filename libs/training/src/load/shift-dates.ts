const DAY_MS = 86_400_000;
const DATE = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/;
const MONTH = /^(\d{4})-(\d{2})([~?]?)$/;

/** What is written, with every date in it so many days later; hours stay. A month moves by the same time, a bare year stays. */
export const shiftDates = <T>(written: T, days: number): T => shiftWithin(written, days) as T;

/** Days since 1970 of a date or a moment as stories write them; `null`: it is none. */
export function dayWritten(told: string): number | null {
  const parts = DATE.exec(told);
  if (!parts) return null;
  const [, year, month, day] = parts.map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1) / DAY_MS;
}

function shiftWithin(written: unknown, days: number): unknown {
  if (typeof written === 'string') return shiftText(written, days);
  if (Array.isArray(written)) return written.map((it) => shiftWithin(it, days));
  if (typeof written !== 'object' || written === null) return written;
  return Object.fromEntries(Object.entries(written).map(([key, it]) => [key, shiftWithin(it, days)]));
}

function shiftText(text: string, days: number): string {
  const day = dayWritten(text);
  if (day !== null) return isoDate(day + days) + text.slice('2025-01-01'.length);
  const month = MONTH.exec(text);
  if (!month) return text;
  const middle = dayWritten(`${String(month[1])}-${String(month[2])}-15`) ?? 0;
  return isoDate(middle + days).slice(0, '2025-01'.length) + String(month[3]);
}

const isoDate = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, '2025-01-01'.length);
