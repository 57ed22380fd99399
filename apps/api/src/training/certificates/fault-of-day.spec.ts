import type { CurriculumItem } from '@repere/protocol';
import { faultOfDay } from './fault-of-day';
import { isSameName } from './same-name';

const item = (months: number): CurriculumItem => ({
  ...{ id: 'keys', title: { fr: 'Clés', en: 'Keys' }, protocol: 'lost-key', scenarios: [], roles: ['TS'] },
  ...{ months, renews: 'major', since: null, asked: null, basis: [] },
});

it.each([
  ['2027-03-31', [24], null],
  ['2027-04-01', [24], 'expired'],
  ['2027-04-01', [24, 36], null],
  ['2031-01-01', [], null],
  ['2025-03-31', [24], null],
  ['2025-03-30', [24], 'not-yet'],
  ['2025-03-30', [], 'not-yet'],
] as const)('of 31 March 2025, on %s with items of %j months: %s', (today, months, fault) => {
  expect(faultOfDay('2025-03-31', { today, latest: today, items: months.map(item) })).toBe(fault);
});

it('of a day that has begun elsewhere counts already', () => {
  const [today, latest] = ['2025-03-30', '2025-03-31'];
  expect(faultOfDay('2025-03-31', { today, latest, items: [] })).toBeNull();
});

it.each([
  ['Zoé Exemple', 'EXEMPLE Zoe', true],
  ['Jean-Pierre L’Exemple', 'jean pierre l exemple', true],
  ['Zoé Exemple', 'Zoé Modèle', false],
  ['Zoé Exemple', 'Zoé', false],
  ['Zoé', 'Zoé Zoé', false],
  ['', '', true],
])('%s and %s are the same name: %s', (one, other, isSame) => {
  expect(isSameName(one, other)).toBe(isSame);
});
