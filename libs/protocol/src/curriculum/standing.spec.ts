import type { CurriculumItem } from './curriculum';
import { endsSoonFrom, holdsUntil, standingOf, type Trained } from './standing';

const ITEM: CurriculumItem = {
  ...{ id: 'keys', title: { fr: 'Clés', en: 'Keys' }, protocol: 'lost-key', scenarios: [], roles: ['TS'] },
  ...{ months: 24, renews: 'major', since: null, asked: null, basis: [] },
};
const TRAINED: Trained = {
  ...{ roles: ['TS'], versions: { 'lost-key': '1.2.0' }, scenario: 'a-night', on: '2025-03-31' },
};
const now = (today: string, version = '1.2.0') => ({ today, versions: { 'lost-key': version } });

it('is up to date to the last day of its months, and to be renewed the day after', () => {
  expect(standingOf(ITEM, [TRAINED], now('2027-03-31'))).toEqual({
    ...{ state: 'up-to-date', on: '2025-03-31', until: '2027-03-31', version: '1.2.0', because: [] },
  });
  expect(standingOf(ITEM, [TRAINED], now('2027-04-01'))).toMatchObject({
    ...{ state: 'renewal-due', because: ['months'] },
  });
  expect(holdsUntil({ months: 1 }, '2025-01-31')).toBe('2025-02-28');
  expect(endsSoonFrom(ITEM, '2025-03-31')).toBe('2027-01-30');
});

it.each([
  ['major', '1.2.1', []],
  ['major', '1.3.0', []],
  ['major', '1.3.0+93', []],
  ['major', '2.0.0', ['version']],
  // What was practised may not be what is in force: an older one as well.
  ['major', '0.9.0', ['version']],
  ['minor', '1.2.1', []],
  ['minor', '1.3.0', ['version']],
  ['minor', '1.1.0', ['version']],
] as const)('renews %s: with %s in force because of %j', (renews, version, because) => {
  expect(standingOf({ ...ITEM, renews }, [TRAINED], now('2025-04-01', version))).toMatchObject({ because });
});

it('is to be renewed when the protocol is not in force any more: what is not known holds for nobody', () => {
  expect(standingOf(ITEM, [TRAINED], { today: '2025-04-01', versions: {} })).toMatchObject({
    ...{ state: 'renewal-due', because: ['version'] },
  });
});

it('is to be renewed by whoever trained before the day since which it counts', () => {
  const since = { ...ITEM, since: '2025-04-01' };
  expect(standingOf(since, [TRAINED], now('2025-05-01'))).toMatchObject({ because: ['since'] });
  expect(standingOf(since, [{ ...TRAINED, on: '2025-04-01' }], now('2025-05-01'))).toMatchObject({
    state: 'up-to-date',
  });
});

it.each([
  ['another protocol', { ...TRAINED, versions: { 'other-key': '1.2.0' } }, ITEM],
  ['a name that every object has', { ...TRAINED, versions: {} }, { ...ITEM, protocol: 'constructor' }],
  ['another role', { ...TRAINED, roles: ['SUP'] as const }, ITEM],
  ['another scenario', TRAINED, { ...ITEM, scenarios: ['another-night'] }],
  ['a day that has not come', { ...TRAINED, on: '2025-04-02' }, ITEM],
])('%s counts nothing', (_what, trained, item) => {
  expect(standingOf(item, [trained], now('2025-04-01'))).toEqual({ state: 'never' });
});

it('one that holds is enough, whichever came last', () => {
  const old = { ...TRAINED, on: '2025-04-01', versions: { 'lost-key': '0.1.0' } };
  expect(standingOf(ITEM, [old, TRAINED], now('2025-05-01'))).toMatchObject({
    ...{ state: 'up-to-date', on: '2025-03-31' },
  });
  expect(standingOf(ITEM, [TRAINED, old], now('2028-05-01'))).toMatchObject({ on: '2025-04-01' });
});
