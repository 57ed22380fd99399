import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { DateSpan } from '../value';
import { dayNumber, isoDay } from './civil-day';
import { monthsBegun, monthsBetween } from './months';
import { spanForConditions } from './parse-date';

function told(edtf: string): DateSpan {
  const span = spanForConditions(edtf);
  if (span === null) throw new Error(`${edtf} is no date`);
  return span;
}
const exact = (day: number): DateSpan => ({ firstDay: day, lastDay: day });
const bounds = (months: number | { low: number; high: number }) =>
  typeof months === 'number' ? { low: months, high: months } : months;
const anyDay = fc.integer({ min: dayNumber(1950, 1, 1), max: dayNumber(2050, 12, 31) });
const anySpan = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 800 }))
  .map(([firstDay, length]): DateSpan => ({ firstDay, lastDay: firstDay + length }));

describe('monthsBegun', () => {
  it.each([
    ['2025-01-15', '2025-01-15', 0],
    ['2025-01-15', '2025-01-16', 1],
    ['2025-01-15', '2025-02-15', 1],
    ['2025-01-15', '2025-02-16', 2],
    ['2025-01-31', '2025-02-28', 1],
    ['2025-01-31', '2025-03-01', 2],
    ['2024-02-29', '2025-02-28', 12],
    ['2024-02-29', '2025-03-01', 13],
    ['2025-02-15', '2025-01-15', 0],
    ['2025-01', '2025-03-10', { low: 2, high: 3 }],
    ['2025-03-10', '2025-01', 0],
  ])('from %s to %s: %j', (a, b, months) => {
    expect(monthsBegun(told(a), told(b))).toEqual(months);
  });

  it('is the least number of months whose end, by Temporal, does not come before the date', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const start = Temporal.PlainDate.from(isoDay(a));
        const end = Temporal.PlainDate.from(isoDay(b));
        const months = bounds(monthsBegun(exact(a), exact(b))).low;
        expect(Temporal.PlainDate.compare(start.add({ months }), end)).toBeGreaterThanOrEqual(0);
        if (months > 0) {
          expect(Temporal.PlainDate.compare(start.add({ months: months - 1 }), end)).toBeLessThan(0);
        }
      }),
    );
  });
});

describe('monthsBetween', () => {
  it.each([
    ['2007-05-12', '2025-05-11', 215],
    ['2007-05-12', '2025-05-12', 216],
    ['2008-02-29', '2026-02-28', 215],
    ['2008-02-29', '2026-03-01', 216],
    ['2008-02-29', '2028-02-29', 240],
    ['2025-01-31', '2025-02-28', 0],
    ['2025-02-15', '2025-01-15', -1],
    ['2025-02-15', '2025-02-14', 0],
    ['2007', '2025-06-01', { low: 209, high: 221 }],
    ['2007', '2025-12-31', { low: 216, high: 227 }],
  ])('from %s to %s: %j', (a, b, months) => {
    expect(monthsBetween(told(a), told(b))).toEqual(months);
  });

  it('is Temporal’s count', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const [first, last] = a < b ? [a, b] : [b, a];
        const { months } = Temporal.PlainDate.from(isoDay(first)).until(isoDay(last), {
          largestUnit: 'months',
        });
        expect(monthsBetween(exact(first), exact(last))).toBe(months);
      }),
    );
  });
});

describe.each([
  ['monthsBegun', monthsBegun],
  ['monthsBetween', monthsBetween],
])('%s of imprecise dates', (_, count) => {
  it('contains the count of every pair of days within them', () => {
    fc.assert(
      fc.property(anySpan, anySpan, fc.nat(), fc.nat(), (a, b, i, j) => {
        const from = a.firstDay + (i % (a.lastDay - a.firstDay + 1));
        const to = b.firstDay + (j % (b.lastDay - b.firstDay + 1));
        const { low, high } = bounds(count(a, b));
        const point = bounds(count(exact(from), exact(to))).low;
        expect(low).toBeLessThanOrEqual(point);
        expect(high).toBeGreaterThanOrEqual(point);
      }),
    );
  });

  it('has bounds that are reached', () => {
    fc.assert(
      fc.property(anySpan, anySpan, (a, b) => {
        const { low, high } = bounds(count(a, b));
        expect(count(exact(a.lastDay), exact(b.firstDay))).toBe(low);
        expect(count(exact(a.firstDay), exact(b.lastDay))).toBe(high);
      }),
    );
  });
});
