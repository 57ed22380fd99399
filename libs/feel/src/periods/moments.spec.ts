import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { dayNumber } from '../dates/civil-day';
import { momentAfter, reached } from './moments';
import { spanForConditions } from '../dates/parse-date';
import { parseCalendarTime } from './parse-within';

const PARIS = 'Europe/Paris';
const instant = (local: string, zone = PARIS) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;

function birthday(born: string, at: 'latest' | 'earliest', zone = PARIS, after = '18 years') {
  const time = parseCalendarTime(after);
  if (!time) throw new Error(`${after} is no length of time`);
  return momentAfter(spanForConditions(born), time, at, zone);
}

describe('momentAfter', () => {
  it.each([
    ['2007-05-12', '2025-05-12T00:00', '2025-05-12T00:00'],
    ['2008-02-29', '2026-03-01T00:00', '2026-03-01T00:00'],
    ['2007', '2025-01-01T00:00', '2025-12-31T00:00'],
    ['2008-02', '2026-02-01T00:00', '2026-03-01T00:00'],
    ['2006/2007', '2024-01-01T00:00', '2025-12-31T00:00'],
  ])('someone born %s turns 18 from %s to %s', (born, earliest, latest) => {
    const span = { earliest: instant(earliest), latest: instant(latest) };
    expect(birthday(born, 'latest')).toEqual({ ...span, at: span.latest });
    expect(birthday(born, 'earliest')).toEqual({ ...span, at: span.earliest });
  });

  it('starts the day by the territory’s own clock', () => {
    expect(birthday('2007-05-12', 'latest', 'Indian/Reunion')?.at).toBe(Date.UTC(2025, 4, 11, 20));
    expect(birthday('2007-05-12', 'latest', 'America/Cayenne')?.at).toBe(Date.UTC(2025, 4, 12, 3));
  });

  it('counts months and days as well', () => {
    expect(birthday('2025-01-31', 'latest', PARIS, '1 month')?.at).toBe(instant('2025-03-01T00:00'));
    expect(birthday('2025-01-31', 'latest', PARIS, '10 days')?.at).toBe(instant('2025-02-10T00:00'));
  });

  it.each(['2007~', '2007-05-12~', 'unreadable'])('is unknown for a birth told as %s', (born) => {
    expect(birthday(born, 'latest')).toBeNull();
  });

  it('never has a latest before its earliest', () => {
    const day = fc.integer({ min: dayNumber(1990, 1, 1), max: dayNumber(2030, 1, 1) });
    fc.assert(
      fc.property(day, fc.nat({ max: 800 }), fc.nat({ max: 240 }), (firstDay, length, count) => {
        const from = { firstDay, lastDay: firstDay + length };
        const moment = momentAfter(from, { unit: 'months', count }, 'latest', PARIS);
        expect(moment?.latest).toBeGreaterThanOrEqual(moment?.earliest ?? Infinity);
      }),
    );
  });
});

describe('reached', () => {
  it.each([
    ['2007-05-12', '2025-05-11T23:59', false],
    ['2007-05-12', '2025-05-12T00:00', true],
    ['2008-02-29', '2026-02-28T23:59', false],
    ['2008-02-29', '2026-03-01T00:00', true],
    ['2007', '2024-12-31T23:59', false],
    ['2007', '2025-01-01T00:00', null],
    ['2007', '2025-12-30T23:59', null],
    ['2007', '2025-12-31T00:00', true],
    ['1950~', '2025-01-01T00:00', null],
  ])('born %s, on %s: %s', (born, now, truth) => {
    expect(reached(birthday(born, 'latest'), instant(now))).toBe(truth);
    expect(reached(birthday(born, 'earliest'), instant(now))).toBe(truth);
  });

  it('is unknown, not false, when the birth date is', () => {
    expect(reached(null, instant('2025-01-01T00:00'))).toBeNull();
  });

  it('is never turned around by knowing more', () => {
    const day = fc.integer({ min: dayNumber(2005, 1, 1), max: dayNumber(2010, 1, 1) });
    fc.assert(
      fc.property(
        day,
        fc.nat({ max: 800 }),
        fc.nat(),
        fc.nat({ max: 4000 }),
        (firstDay, length, pick, wait) => {
          const now = instant('2022-01-01T12:00') + wait * 86_400_000;
          const truth = (first: number, last: number) =>
            reached(
              momentAfter({ firstDay: first, lastDay: last }, { unit: 'years', count: 18 }, 'latest', PARIS),
              now,
            );
          const vague = truth(firstDay, firstDay + length);
          const born = firstDay + (pick % (length + 1));
          if (vague !== null) expect(truth(born, born)).toBe(vague);
        },
      ),
    );
  });
});
