import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Territory } from './occurrence-types';
import { dueAt } from './due-at';
import { later } from './later';
import { parseWithin } from './parse-within';

const ALSACE_MOSELLE = new Set([
  '2025-04-18', // Good Friday, there only
  '2025-04-21',
  '2025-05-01',
  '2025-05-08',
  '2025-05-29',
  '2025-12-25',
  '2025-12-26', // St Stephen, there only
  '2026-01-01',
]);
const ELSEWHERE = new Set([...ALSACE_MOSELLE].filter((day) => !['2025-04-18', '2025-12-26'].includes(day)));
const inZone = (zone: string, holidays = ELSEWHERE): Territory => ({
  code: zone,
  zone,
  isHoliday: (date) => holidays.has(date),
});
const moselle = inZone('Europe/Paris', ALSACE_MOSELLE);

function period(text: string) {
  const within = parseWithin(text);
  if (!within) throw new Error(`${text} is no period`);
  return within;
}
const at = (local: string, zone: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone);
const clock = (instant: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

const PARIS = 'Europe/Paris';
const SAO_PAULO = 'America/Sao_Paulo'; // skipped midnight on 2018-11-04
const WORKED: readonly [start: string, within: string, due: string, zone: string, because: string][] = [
  [
    '2025-04-02T02:00',
    '8 days',
    '2025-04-11T00:00',
    PARIS,
    'judge seized within 8 days of the order (example 3)',
  ],
  ['2025-04-02T23:59', '8 days', '2025-04-11T00:00', PARIS, 'the hour of the start does not count'],
  ['2025-04-01T00:00', '8 days', '2025-04-10T00:00', PARIS, 'the corrected order (example 3)'],
  ['2025-04-01T23:30', 'end of day', '2025-04-02T00:00', PARIS, ''],
  ['2025-04-01T00:00', 'end of day', '2025-04-02T00:00', PARIS, ''],
  ['2025-04-01T23:30', '24 hours', '2025-04-02T23:30', PARIS, ''],
  ['2025-03-29T12:00', '48 hours', '2025-03-31T13:00', PARIS, 'clocks forward: 49 on the wall'],
  ['2025-10-25T12:00', '48 hours', '2025-10-27T11:00', PARIS, 'clocks back: 47 on the wall'],
  ['2025-03-29T12:00', '1 day', '2025-03-31T00:00', PARIS, ''],
  ['2025-10-25T12:00', '1 day', '2025-10-27T00:00', PARIS, ''],
  ['2025-03-30T12:00', 'end of day', '2025-03-31T00:00', PARIS, 'the short day'],
  ['2025-01-31T10:00', '1 month', '2025-03-01T00:00', PARIS, 'the month’s last day, 28 February, 24:00'],
  ['2024-01-31T10:00', '1 month', '2024-03-01T00:00', PARIS, '29 February, 24:00'],
  ['2025-01-30T10:00', '3 months', '2025-05-01T00:00', PARIS, ''],
  ['2025-02-28T10:00', '3 months', '2025-05-29T00:00', PARIS, 'keeps the day number, 28'],
  ['2024-02-29T10:00', '1 year', '2025-03-01T00:00', PARIS, '28 February, 24:00'],
  ['2024-12-25T10:00', '8 days', '2025-01-03T00:00', PARIS, 'no roll-over over holidays'],
  ['2025-04-18T10:00', '1 day', '2025-04-20T00:00', PARIS, 'no roll-over: a Saturday'],
  [
    '2025-04-16T10:00',
    '3 working days',
    '2025-04-23T00:00',
    PARIS,
    'Thu 17, Fri 18, Tue 22 (Easter Monday off)',
  ],
  ['2025-04-19T10:00', '1 working day', '2025-04-23T00:00', PARIS, 'from a Saturday'],
  ['2025-05-07T10:00', '5 working days', '2025-05-16T00:00', PARIS, '8 May off'],
  ['2018-11-03T10:00', 'end of day', '2018-11-04T01:00', SAO_PAULO, 'the clock went from 24:00 to 01:00'],
  ['2018-11-03T10:00', '1 day', '2018-11-05T00:00', SAO_PAULO, ''],
];

describe('dueAt', () => {
  it.each(WORKED)('%s + %s is due %s (%s) %s', (start, within, due, zone) => {
    const result = dueAt(at(start, zone).epochMilliseconds, period(within), inZone(zone));
    expect(clock(result.dueAt, zone)).toBe(due);
    expect(result.lateFrom).toBe(result.dueAt);
  });

  it.each([
    ['2025-04-16T10:00', '3 working days', '2025-04-24T00:00', 'Good Friday'],
    ['2025-12-24T10:00', '1 working day', '2025-12-30T00:00', 'St Stephen, then the weekend'],
  ])('in Moselle, %s + %s is due %s: %s is a holiday', (start, within, due) => {
    const result = dueAt(at(start, PARIS).epochMilliseconds, period(within), moselle);
    expect(clock(result.dueAt, PARIS)).toBe(due);
  });

  it('is due at its start and late a day after for "at once"', () => {
    const start = at('2025-03-29T23:30', PARIS).epochMilliseconds;
    const result = dueAt(start, period('at once'), moselle);
    expect(result).toEqual({ dueAt: start, lateFrom: start + 86_400_000 });
  });

  it.each([
    ['Indian/Reunion', '2025-04-10T20:00Z'],
    ['Indian/Mayotte', '2025-04-10T21:00Z'],
    ['America/Cayenne', '2025-04-11T03:00Z'],
    ['America/Guadeloupe', '2025-04-11T04:00Z'],
    ['America/Martinique', '2025-04-11T04:00Z'],
    ['America/Miquelon', '2025-04-11T02:00Z'],
    ['Pacific/Noumea', '2025-04-10T13:00Z'],
  ])('ends the 8 days of an order at midnight in %s: %s', (zone, due) => {
    const start = at('2025-04-02T12:00', zone).epochMilliseconds;
    expect(dueAt(start, period('8 days'), inZone(zone)).dueAt).toBe(
      Temporal.Instant.from(due).epochMilliseconds,
    );
  });

  it('says so when a calendar knows no working day', () => {
    const closed: Territory = { code: 'x', zone: PARIS, isHoliday: () => true };
    expect(() => dueAt(0, period('1 working day'), closed)).toThrow(RangeError);
  });

  const zones = fc.constantFrom(PARIS, 'Indian/Reunion', 'America/Cayenne', 'America/Miquelon', SAO_PAULO);
  const instants = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2040, 0) });
  const counts = fc.integer({ min: 0, max: 40 });
  const units = ['hours', 'days', 'working-days', 'months', 'years'] as const;
  const withins = fc.oneof(
    fc.record({ unit: fc.constantFrom(...units), count: counts }),
    fc.constantFrom({ unit: 'at-once' } as const, { unit: 'end-of-day' } as const),
  );

  it('never ends earlier for what starts later, nor before it starts', () => {
    fc.assert(
      fc.property(instants, fc.nat({ max: 400 * 86_400_000 }), withins, zones, (start, by, within, zone) => {
        const first = dueAt(start, within, inZone(zone));
        const second = dueAt(start + by, within, inZone(zone));
        expect(first.dueAt).toBeLessThanOrEqual(second.dueAt);
        expect(first.lateFrom).toBeLessThanOrEqual(second.lateFrom);
        expect(first.dueAt).toBeGreaterThanOrEqual(start);
      }),
    );
  });

  it('ends exactly where the last local day does', () => {
    const calendar = fc.record({ unit: fc.constantFrom('days', 'months', 'years'), count: counts });
    fc.assert(
      fc.property(instants, calendar, zones, (start, { unit, count }, zone) => {
        const local = (instant: number) =>
          Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate();
        const lastDay = local(start).add({ [unit]: count });
        const due = dueAt(start, { unit, count } as Parameters<typeof dueAt>[1], inZone(zone)).dueAt;
        expect(local(due - 1).toString()).toBe(lastDay.toString());
        expect(local(due).toString()).toBe(lastDay.add({ days: 1 }).toString());
      }),
    );
  });
});

describe('parseWithin', () => {
  it.each([
    ['at once', { unit: 'at-once' }],
    ['end of day', { unit: 'end-of-day' }],
    ['48 hours', { unit: 'hours', count: 48 }],
    ['1 day', { unit: 'days', count: 1 }],
    ['0 days', { unit: 'days', count: 0 }],
    ['5 working days', { unit: 'working-days', count: 5 }],
    ['3 months', { unit: 'months', count: 3 }],
    ['2 years', { unit: 'years', count: 2 }],
  ])('reads %j', (text, within) => expect(parseWithin(text)).toEqual(within));

  it.each([
    '',
    'soon',
    'days',
    '-1 days',
    '1.5 days',
    '08 days',
    '8  days',
    '8 weeks',
    '8 days ',
    '10000 days',
    '8 Days',
  ])('refuses %j', (text) => expect(parseWithin(text)).toBeUndefined());
});

describe('later', () => {
  it.each([
    ['2025-04-11T00:00', '1 day', '2025-04-12T00:00'],
    ['2025-04-11T00:00', '0 days', '2025-04-11T00:00'],
    ['2025-03-29T00:00', '2 days', '2025-03-31T00:00'],
    ['2025-03-29T12:00', '24 hours', '2025-03-30T13:00'],
    ['2025-01-31T09:00', '1 month', '2025-02-28T09:00'],
    ['2025-04-17T09:00', '1 working day', '2025-04-19T00:00'],
    ['2025-04-17T09:00', 'at once', '2025-04-17T09:00'],
  ])('%s and %s later is %s', (start, after, then) => {
    const instant = later(at(start, PARIS).epochMilliseconds, period(after), inZone(PARIS));
    expect(clock(instant, PARIS)).toBe(then);
  });
});
