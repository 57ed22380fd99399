import fc from 'fast-check';
import { dateIn, isBefore, isBeforeOrOn, isSameDay } from './date-span';
import { day } from '../testing/small-scope';

const spanAndDay = fc
  .tuple(fc.integer({ min: -40, max: 40 }), fc.nat(10), fc.nat(10))
  .map(([point, before, after]) => ({ point, span: day(point - before, point + after) }));

describe.each([
  ['isBefore', isBefore, (a: number, b: number) => a < b],
  ['isBeforeOrOn', isBeforeOrOn, (a: number, b: number) => a <= b],
  ['isSameDay', isSameDay, (a: number, b: number) => a === b],
] as const)('%s', (_, compare, exact) => {
  it('is true or false only where every pair of days inside agrees', () => {
    fc.assert(
      fc.property(spanAndDay, spanAndDay, (a, b) => {
        const truth = compare(a.span, b.span);
        if (truth !== null) expect(exact(a.point, b.point)).toBe(truth);
      }),
    );
  });

  it('is certain on exact days', () => {
    fc.assert(fc.property(fc.integer(), fc.integer(), (a, b) => compare(day(a), day(b)) === exact(a, b)));
  });
});

it('reads nothing where no date is', () => {
  expect(dateIn('2020-01-01')).toBeNull();
  expect(dateIn({ low: 1, high: 2 })).toBeNull();
  expect(dateIn(day(1, 2))).toEqual(day(1, 2));
});
