import fc from 'fast-check';
import {
  add,
  divide,
  highOf,
  isAtMost,
  isLess,
  isSameNumber,
  larger,
  lowOf,
  multiply,
  negate,
  numberIn,
  smaller,
  spanOf,
  subtract,
  type FeelNumber,
} from './number-span';

const limit = fc.integer({ min: -50, max: 50 });
/** A span with a point inside it; its bounds may be infinite. */
const spanAndPoint = fc
  .tuple(limit, fc.nat(20), fc.nat(20), fc.boolean(), fc.boolean())
  .map(([point, below, above, noLow, noHigh]) => ({
    point,
    span: spanOf(noLow ? -Infinity : point - below, noHigh ? Infinity : point + above),
  }))
  .filter((one): one is { point: number; span: FeelNumber } => one.span !== null);

/** Whether a quotient of whole numbers is a decimal: nothing but twos and fives is left below. */
function hasAnEnd(a: number, b: number): boolean {
  let below = Math.abs(b);
  for (const factor of [2, 5]) while (below !== 0 && below % factor === 0) below /= factor;
  return b !== 0 && a % below === 0;
}

const OPERATIONS = { add, subtract, multiply, divide, smaller, larger };

describe.each(Object.entries(OPERATIONS))('%s', (_, operation) => {
  it('contains the result of every pair of points inside', () => {
    fc.assert(
      fc.property(spanAndPoint, spanAndPoint, (a, b) => {
        const whole = operation(a.span, b.span);
        const exact = operation(a.point, b.point);
        if (whole === null || exact === null) return;
        expect(lowOf(whole)).toBeLessThanOrEqual(lowOf(exact));
        expect(highOf(whole)).toBeGreaterThanOrEqual(highOf(exact));
      }),
    );
  });

  it('is exact on points, where there is a decimal', () => {
    const isExact = (a: number, b: number) =>
      (operation === divide && !hasAnEnd(a, b)) || typeof (operation(a, b) ?? 0) === 'number';
    fc.assert(fc.property(limit, limit, isExact));
  });
});

describe.each([
  ['isLess', isLess, (a: number, b: number) => a < b],
  ['isAtMost', isAtMost, (a: number, b: number) => a <= b],
  ['isSameNumber', isSameNumber, (a: number, b: number) => a === b],
] as const)('%s', (_, compare, exact) => {
  it('is true or false only where every pair of points inside agrees', () => {
    fc.assert(
      fc.property(spanAndPoint, spanAndPoint, (a, b) => {
        const truth = compare(a.span, b.span);
        if (truth !== null) expect(exact(a.point, b.point)).toBe(truth);
      }),
    );
  });

  it('is certain on points', () => {
    fc.assert(fc.property(limit, limit, (a, b) => compare(a, b) === exact(a, b)));
  });
});

describe('spans', () => {
  it('touch without overlap', () => {
    expect(isLess({ low: 1, high: 3 }, { low: 3, high: 5 })).toBeNull();
    expect(isAtMost({ low: 1, high: 3 }, { low: 3, high: 5 })).toBe(true);
    expect(isLess({ low: 3, high: 5 }, { low: 1, high: 3 })).toBe(false);
  });

  it('are unknown where a division may be by zero', () => {
    expect(divide(1, 0)).toBeNull();
    expect(divide(1, { low: -1, high: 1 })).toBeNull();
    expect(divide(1, { low: 0, high: 1 })).toBeNull();
    expect(divide(6, { low: 2, high: 3 })).toEqual({ low: 2, high: 3 });
    expect(divide({ low: 1, high: Infinity }, { low: 2, high: Infinity })).toEqual({
      low: 0,
      high: Infinity,
    });
  });

  it('treat an infinite bound as numbers without limit', () => {
    expect(multiply(0, { low: 1, high: Infinity })).toBe(0);
    expect(subtract({ low: 2, high: Infinity }, { low: 2, high: Infinity })).toBeNull();
    expect(negate({ low: 2, high: Infinity })).toEqual({ low: -Infinity, high: -2 });
  });

  it('become plain numbers when their bounds meet', () => {
    expect(spanOf(3, 3)).toBe(3);
    expect(smaller({ low: 1, high: 9 }, { low: 1, high: 1 })).toBe(1);
  });

  it('say nothing where no number is', () => {
    expect(numberIn(Number.NaN)).toBeNull();
    expect(numberIn('3')).toBeNull();
    expect(numberIn(null)).toBeNull();
    expect(spanOf(-Infinity, Infinity)).toBeNull();
    expect(add(1e308, 1e308)).toBeNull();
  });
});
