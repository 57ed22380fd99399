import fc from 'fast-check';
import { ageOn } from './age';

describe('an age', () => {
  it.each([
    [undefined, { kind: 'unknown' }],
    ['pas une date', { kind: 'unknown' }],
    ['2009-05-12', { kind: 'exact', years: 16 }],
    ['2009-03-12', { kind: 'exact', years: 17 }],
    ['2009-03-13', { kind: 'exact', years: 16 }],
    ['2009', { kind: 'between', low: 16, high: 17, isEstimated: false }],
    ['2010~', { kind: 'between', low: 15, high: 16, isEstimated: true }],
    ['2008', { kind: 'between', low: 17, high: 18, isEstimated: false }],
    ['2008-02-29', { kind: 'past18', on: '2026-03-01', isEstimated: false }],
    ['2007', { kind: 'past18', on: '2025-12-31', isEstimated: false }],
    ['2007/2009', { kind: 'between', low: 16, high: 19, isEstimated: false }],
    ['2030', { kind: 'unknown' }],
  ])('of somebody born %s on 12 March 2026', (birth, age) => {
    expect(ageOn(birth, '2026-03-12')).toEqual(age);
  });

  it('is past eighteen only when every day that the birth date allows makes it so', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2025 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const birth = `${year}-${String(month).padStart(2, '0')}`;
        const lastDay = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
        expect(ageOn(birth, '2026-03-12').kind === 'past18').toBe(
          ageOn(lastDay, '2026-03-12').kind === 'past18',
        );
      }),
    );
  });
});
