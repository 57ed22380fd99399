import { instantIn } from './instant-in';

const iso = (zone: string, day: string, hour: string): string | null => {
  const at = instantIn(zone, day, hour);
  return at === null ? null : new Date(at).toISOString();
};

describe('the moment of an hour in a zone', () => {
  it.each([
    ['Europe/Paris', '2026-01-15', '18:00', '2026-01-15T17:00:00.000Z'],
    ['Europe/Paris', '2026-07-15', '8h30', '2026-07-15T06:30:00.000Z'],
    ['Europe/Paris', '2026-07-15', '8', '2026-07-15T06:00:00.000Z'],
    ['Indian/Mayotte', '2026-07-15', '00:00', '2026-07-14T21:00:00.000Z'],
    // Clocks go forward at 2 o'clock on 29 March 2026, back at 3 o'clock on 25 October.
    ['Europe/Paris', '2026-03-29', '01:30', '2026-03-29T00:30:00.000Z'],
    ['Europe/Paris', '2026-03-29', '03:30', '2026-03-29T01:30:00.000Z'],
    ['Europe/Paris', '2026-10-25', '12:00', '2026-10-25T11:00:00.000Z'],
  ])('%s, %s, %s', (zone, day, hour, moment) => expect(iso(zone, day, hour)).toBe(moment));

  it.each(['', '24:00', '12:60', 'midi', '1:2:3'])('%s is none', (hour) =>
    expect(iso('Europe/Paris', '2026-01-15', hour)).toBeNull(),
  );
});
