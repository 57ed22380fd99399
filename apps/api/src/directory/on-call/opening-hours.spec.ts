import { isOpenAt, type OpeningHours } from './opening-hours';
import { territoryOf } from '@repere/territories';

const paris = territoryOf('93');
const reunion = territoryOf('974');
if (!paris || !reunion) throw new Error('no such territory');
const at = (instant: string): number => Date.parse(instant);

const OFFICE: OpeningHours = { weekdays: { from: '09:00', to: '17:30' }, weekends: null };
const NIGHT: OpeningHours = {
  weekdays: { from: '18:00', to: '08:00' },
  weekends: { from: '00:00', to: '00:00' },
};

it('answers day and night where no hours are said', () => {
  expect(isOpenAt(null, at('2026-11-29T02:00:00+01:00'), paris)).toBe(true);
});

it.each([
  ['2026-11-30T08:59:00+01:00', false],
  ['2026-11-30T09:00:00+01:00', true],
  ['2026-11-30T17:29:00+01:00', true],
  ['2026-11-30T17:30:00+01:00', false],
  // A Sunday, and All Saints on a Friday of 2024.
  ['2026-11-29T10:00:00+01:00', false],
  ['2024-11-01T10:00:00+01:00', false],
])('at the office at %s: %s', (instant, open) => {
  expect(isOpenAt(OFFICE, at(instant), paris)).toBe(open);
});

it.each([
  ['2026-12-01T17:59:00+01:00', false],
  ['2026-12-01T23:30:00+01:00', true],
  ['2026-12-02T07:59:00+01:00', true],
  ['2026-12-02T08:00:00+01:00', false],
  // Friday's night goes on into Saturday, which is open all day, and Sunday's ends on Monday at midnight.
  ['2026-12-05T03:00:00+01:00', true],
  ['2026-12-06T13:00:00+01:00', true],
  ['2026-12-07T00:30:00+01:00', false],
])('at night at %s: %s', (instant, open) => {
  expect(isOpenAt(NIGHT, at(instant), paris)).toBe(open);
});

it('goes by the clock of the territory, and by the wall through a change of the clock', () => {
  expect(isOpenAt(OFFICE, at('2026-11-30T06:00:00Z'), reunion)).toBe(true);
  expect(isOpenAt(OFFICE, at('2026-11-30T06:00:00Z'), paris)).toBe(false);
  expect(isOpenAt(OFFICE, at('2026-03-30T07:00:00Z'), paris)).toBe(true);
  expect(isOpenAt(OFFICE, at('2026-03-27T07:00:00Z'), paris)).toBe(false);
});
