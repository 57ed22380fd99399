import fc from 'fast-check';
import { dueAt, parseWithin } from '@repere/feel';
import { comparePeriods } from './compare-periods';
import { periodWords } from './period-words';

it.each([
  ['8 days', '15 days', 'longer'],
  ['48 hours', '24 hours', 'shorter'],
  ['at once', 'end of day', 'longer'],
  ['3 months', '1 year', 'longer'],
  ['1 year', '12 months', 'same'],
  ['1 day', '1 days', 'same'],
  ['2 days', '48 hours', 'unclear'],
  ['5 working days', '7 days', 'unclear'],
  ['5 working days', '30 days', 'longer'],
  ['30 days', '1 month', 'unclear'],
  ['24 hours', 'end of day', 'unclear'],
])('from %s to %s is %s', (before, after, change) => {
  expect(comparePeriods(before, after)).toBe(change);
});

const anyPeriod = fc.oneof(
  fc.constantFrom('at once', 'end of day'),
  fc
    .tuple(
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom('hours', 'days', 'working days', 'months', 'years'),
    )
    .map(([count, unit]) => `${count} ${unit}`),
);

it('says longer or shorter only where every start bears it out', () => {
  const territory = { code: '93', zone: 'Europe/Paris', isHoliday: (day: string) => day.endsWith('-05-01') };
  const anyStart = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2027, 0, 1) });
  fc.assert(
    fc.property(anyPeriod, anyPeriod, anyStart, (before, after, start) => {
      const [was, is] = [parseWithin(before), parseWithin(after)];
      if (!was || !is) throw new Error('no period');
      const gap = dueAt(start, is, territory).dueAt - dueAt(start, was, territory).dueAt;
      const change = comparePeriods(before, after);
      if (change === 'longer') expect(gap).toBeGreaterThanOrEqual(0);
      if (change === 'shorter') expect(gap).toBeLessThanOrEqual(0);
      if (change === 'same') expect(gap).toBe(0);
      const back = { longer: 'shorter', shorter: 'longer', same: 'same', unclear: 'unclear' };
      expect(comparePeriods(after, before)).toBe(back[change]);
    }),
    { numRuns: 500 },
  );
});

it('says periods in words', () => {
  expect(
    ['at once', 'end of day', '1 hour', '5 working days', '3 months', 'two moons'].map(
      (it) => periodWords(it).fr,
    ),
  ).toEqual([...['sans délai', 'avant la fin du jour', '1 heure', '5 jours ouvrés', '3 mois', 'two moons']]);
});
