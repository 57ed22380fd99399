import { occurrenceAt, parseOccurrence } from './occurrence';

const PARIS = 'Europe/Paris';

describe('parseOccurrence', () => {
  it.each([
    ['2025-04-02T02:00+02:00', PARIS, '2025-04-02T00:00:00.000Z', '2025-04-02T00:00:00.000Z', 'minute'],
    ['2025-04-02T02:00:30.5Z', PARIS, '2025-04-02T02:00:30.500Z', '2025-04-02T02:00:30.500Z', 'minute'],
    ['2025-04-02T02:00', PARIS, '2025-04-02T00:00:00.000Z', '2025-04-02T00:00:00.000Z', 'minute'],
    ['2025-04-02T02:00', 'Indian/Reunion', '2025-04-01T22:00:00.000Z', '2025-04-01T22:00:00.000Z', 'minute'],
    ['2025-04-09', PARIS, '2025-04-08T22:00:00.000Z', '2025-04-09T21:59:59.999Z', 'day'],
    ['2025-03-30', PARIS, '2025-03-29T23:00:00.000Z', '2025-03-30T21:59:59.999Z', 'day'],
    ['2025-04', 'America/Cayenne', '2025-04-01T03:00:00.000Z', '2025-05-01T02:59:59.999Z', 'month'],
    ['2007', PARIS, '2006-12-31T23:00:00.000Z', '2007-12-31T22:59:59.999Z', 'year'],
    ['2025-04-09/2025-04-11', PARIS, '2025-04-08T22:00:00.000Z', '2025-04-11T21:59:59.999Z', 'day'],
  ])('%s in %s lies from %s to %s', (when, zone, from, to, precision) => {
    const value = { from: Date.parse(from), to: Date.parse(to), precision };
    expect(parseOccurrence(when, zone)).toEqual({ ok: true, value });
  });

  it('keeps that a date is an estimate', () => {
    expect(parseOccurrence('2007~', PARIS)).toMatchObject({ ok: true, value: { estimated: true } });
  });

  it('gives both moments of an hour that the clocks pass twice', () => {
    const value = {
      from: Date.parse('2025-10-26T00:30:00Z'),
      to: Date.parse('2025-10-26T01:30:00Z'),
      precision: 'minute',
    };
    expect(parseOccurrence('2025-10-26T02:30', PARIS)).toEqual({ ok: true, value });
  });

  it.each([
    ['2025-03-30T02:30', 'no-such-time'],
    ['2025-02-30T10:00', 'no-such-day'],
    ['2025-02-30', 'no-such-day'],
    ['2025-13-01T10:00', 'no-such-month'],
    ['2025-04-02T24:00', 'not-a-time'],
    ['2025-04-02T10:60', 'not-a-time'],
    ['2025-04-02T10', 'not-a-time'],
    ['2025-04-02T10:00:60Z', 'not-a-time'],
    ['2025-04-02T10:00+25:00', 'not-a-time'],
    ['2025-04-02T10:00[Europe/Paris]', 'not-a-time'],
    ['2025-04T10:00', 'not-a-time'],
    ['2025-04-02~T10:00', 'not-a-time'],
    ['yesterday', 'not-a-date'],
  ])('refuses %s: %s', (when, code) => {
    expect(parseOccurrence(when, PARIS)).toMatchObject({ ok: false, problem: { code } });
  });
});

describe('occurrenceAt', () => {
  it('is exact', () => expect(occurrenceAt(5)).toEqual({ from: 5, to: 5, precision: 'minute' }));
});
