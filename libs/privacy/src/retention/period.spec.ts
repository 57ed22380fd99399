import { addMonths, civilDate, dayNumber, isoDay } from '@repere/feel';
import fc from 'fast-check';
import { endOfPeriod, latestStart } from './period';

const day = (text: string): number => {
  const [year = 0, month = 0, of = 0] = text.split('-').map(Number);
  return dayNumber(year, month, of);
};
const anyDay = fc.integer({ min: day('1990-01-01'), max: day('2120-12-31') });
const anyMonths = fc.integer({ min: 0, max: 1200 });

describe('a period of retention', () => {
  it.each([
    ['2025-01-15', 1, '2025-02-16'],
    ['2025-01-31', 1, '2025-03-01'],
    ['2024-01-31', 1, '2024-03-01'],
    ['2024-02-29', 12, '2025-03-01'],
    ['2024-02-29', 48, '2028-03-01'],
    ['2023-02-28', 12, '2024-02-29'],
    ['2025-12-31', 2, '2026-03-01'],
    ['2025-06-10', 0, '2025-06-11'],
  ])('that began on %s and lasts %i months has ended on %s', (start, months, end) => {
    expect(isoDay(endOfPeriod(day(start), months))).toBe(end);
  });

  it('has never ended before the same day of the month is over', () => {
    fc.assert(
      fc.property(anyDay, anyMonths, (start, months) => {
        const from = civilDate(start);
        const end = civilDate(endOfPeriod(start, months) - 1);
        expect(end.day).toBeLessThanOrEqual(from.day);
        expect(end.year * 12 + end.month).toBe(from.year * 12 + from.month + months);
      }),
    );
  });

  it('ends no earlier when it begins later, or lasts longer', () => {
    fc.assert(
      fc.property(anyDay, anyMonths, fc.nat(800), fc.nat(40), (start, months, later, more) => {
        expect(endOfPeriod(start + later, months)).toBeGreaterThanOrEqual(endOfPeriod(start, months));
        expect(endOfPeriod(start, months + more)).toBeGreaterThanOrEqual(endOfPeriod(start, months));
      }),
    );
  });

  it('asked of an index is the same question: ended by a day exactly when begun by the latest start', () => {
    fc.assert(
      fc.property(anyDay, anyMonths, fc.integer({ min: -45, max: 45 }), (today, months, off) => {
        const start = addMonths(today, -months, 'last-day') + off;
        expect(start <= latestStart(today, months)).toBe(endOfPeriod(start, months) <= today);
      }),
      { numRuns: 2_000 },
    );
  });
});
