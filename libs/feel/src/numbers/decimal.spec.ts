import fc from 'fast-check';
import { evaluateSource } from '../testing/evaluate-source';
import { decimalsOf, enclosedProduct, enclosedQuotient, enclosedSum, over, plus, times } from './decimal';
import { asWritten, highOf, lowOf } from './number-span';

/** A decimal as written, with its value in units of the ninth place: an arithmetic of its own. */
interface Written {
  readonly value: number;
  readonly units: bigint;
}

const UNIT = 10n ** 9n;

function written(decimals: number, limit: number): fc.Arbitrary<Written> {
  const scale = 10 ** decimals;
  return fc.integer({ min: -limit * scale, max: limit * scale }).map((whole) => ({
    value: whole / scale,
    units: BigInt(whole) * 10n ** BigInt(9 - decimals),
  }));
}

const tenthOfYear = fc
  .integer({ min: 0, max: 500 })
  .map((tenths): Written => ({ value: (tenths * 12) / 10, units: BigInt(tenths * 12) * 10n ** 8n }));
const anyDecimal = fc.oneof(written(0, 2_000), written(1, 600), written(3, 600), tenthOfYear);

/** Nine places, as the number is written. */
const unitsOf = (value: number): bigint => {
  const [, sign = '', whole = '', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value.toFixed(9)) ?? [];
  return BigInt(`${sign}${whole}${part}`);
};

const sign = (value: bigint | number): number => (value > 0 ? 1 : value < 0 ? -1 : 0);

describe('decimals', () => {
  it('are compared as they are written: tenths of a year, thousandths of a month', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, anyDecimal, (a, b, c) => {
        const low = evaluateSource('points - assessors', { points: a.value, assessors: b.value });
        expect(unitsOf(low as number)).toBe(a.units - b.units);
        const than = evaluateSource('points - assessors > low', {
          points: a.value,
          assessors: b.value,
          low: c.value,
        });
        expect(than).toBe(a.units - b.units > c.units);
      }),
      { numRuns: 5_000 },
    );
  });

  it('add, multiply and halve exactly', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        expect(unitsOf(plus(a.value, b.value))).toBe(a.units + b.units);
        expect(unitsOf(times(a.value, b.value))).toBe((a.units * b.units) / UNIT);
        expect(unitsOf(over(a.value, 2))).toBe(a.units / 2n);
      }),
      { numRuns: 5_000 },
    );
  });

  it('meet 18 years exactly where the middle less the margin does, and not a thousandth to either side', () => {
    const months = fc.integer({ min: 0, max: 60_000 });
    fc.assert(
      fc.property(months, months, fc.constantFrom(-1, 0, 1), (margin, half, off) => {
        const middle = 216_000 + margin + off;
        const facts = {
          low: (middle - half) / 1000,
          points: (middle + half) / 1000,
          assessors: margin / 1000,
        };
        const source = '(low + points) / 2 - assessors';
        expect([
          evaluateSource(`${source} > MAJ`, facts),
          evaluateSource(`${source} = MAJ`, facts),
          evaluateSource(`${source} < MAJ`, facts),
        ]).toEqual([off > 0, off === 0, off < 0]);
      }),
      { numRuns: 5_000 },
    );
  });

  it('that have no end are held between two bounds, which enclose them', () => {
    fc.assert(
      fc.property(anyDecimal, fc.integer({ min: 1, max: 97 }), ({ value, units }, by) => {
        const [low, high] = enclosedQuotient(value, by);
        expect(low === high).toBe((units * 10n ** 12n) % BigInt(by) === 0n);
        // low × by ≤ value ≤ high × by, in exact halves of numbers.
        expect(sign(enclosedProduct(low, by)[0] - value)).toBeLessThanOrEqual(0);
        expect(sign(enclosedProduct(high, by)[1] - value)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['256.004 - 40.004 = MAJ', true],
    ['256.1 - 40.1 <= MAJ', true],
    ['(233.9 + 234.3) / 2 - 18.1 > MAJ', false],
    ['0.1 + 0.2 = 0.3', true],
    ['1.1 * 1.1 = 1.21', true],
    ['648.3 / 3 = 216.1', true],
    ['min(216.1 - 0.1, 217) = MAJ', true],
    ['216.1 - 0.1 in [1..MAJ]', true],
    ['216.1 - 0.1 in (MAJ..300]', false],
    ['-(0.1 + 0.2) = -0.3', true],
    ['1 / 3 > 0.333', true],
    ['1 / 3 < 0.334', true],
    // No end, so not known exactly: neither yes nor no, and what needs a yes does not open.
    ['1 / 3 * 3 = 1', null],
    ['1 / 3 * 3 > 1', null],
  ] as const)('%s is %s', (source, value) => {
    expect(evaluateSource(source, {})).toBe(value);
  });

  it('are told by their digits', () => {
    expect([216, 236.4, 256.004, 0.1, -0.25].map(decimalsOf)).toEqual([0, 1, 3, 1, 2]);
    expect([1 / 3, 0.1 + 0.2, 1e300, Infinity, Number.NaN].map(decimalsOf)).toEqual(Array(5).fill(null));
  });

  it('recorded with more digits than a number keeps are enclosed, never taken for the nearest', () => {
    const recorded = asWritten(0.1 + 0.2);
    expect(recorded && lowOf(recorded) < 0.3 && highOf(recorded) > 0.3).toBe(true);
    expect(asWritten(Infinity)).toBeNull();
    expect(enclosedSum(1e15, 0.1)[0]).toBeLessThan(enclosedSum(1e15, 0.1)[1]);
  });
});
