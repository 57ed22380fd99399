import { dayNumber } from './civil-day';
import { instantOf, localDay, localHour } from './local-day';

const PARIS = 'Europe/Paris';
const iso = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant).toISOString();

describe('an hour of a local day', () => {
  it('is the same on the clock before and after clocks change', () => {
    const [before, after] = [dayNumber(2026, 3, 28), dayNumber(2026, 3, 29)];
    expect(iso(instantOf(before, 9 * 60, PARIS))).toBe('2026-03-28T08:00:00.000Z');
    expect(iso(instantOf(after, 9 * 60, PARIS))).toBe('2026-03-29T07:00:00.000Z');
    for (const day of [before, after, dayNumber(2026, 10, 25)]) {
      const instant = instantOf(day, 9 * 60 + 5, PARIS) ?? 0;
      expect([localDay(instant, PARIS), localHour(instant, PARIS)]).toEqual([day, '09:05']);
    }
  });

  it('is none where clocks skip it, and the first where they repeat it', () => {
    expect(instantOf(dayNumber(2026, 3, 29), 2 * 60 + 30, PARIS)).toBeNull();
    expect(iso(instantOf(dayNumber(2026, 10, 25), 2 * 60 + 30, PARIS))).toBe('2026-10-25T00:30:00.000Z');
  });

  it('is that of the zone', () => {
    expect(iso(instantOf(dayNumber(2026, 7, 1), 0, 'Indian/Reunion'))).toBe('2026-06-30T20:00:00.000Z');
  });
});
