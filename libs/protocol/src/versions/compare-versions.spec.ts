import fc from 'fast-check';
import { compareVersions, isNewer } from './compare-versions';

const ORDER = [
  '1.0.0',
  '1.9.0',
  '1.10.0',
  '1.10.0+2A',
  '1.10.0+93',
  '1.10.0+93.2',
  '1.10.0+93.10',
  '1.10.1',
  '2.0.1',
  '2.0.1+93',
];

describe('the order of versions', () => {
  it.each(ORDER.flatMap((one, a) => ORDER.map((other, b) => [one, other, Math.sign(a - b)] as const)))(
    '%s beside %s: %i',
    (one, other, order) => expect(Math.sign(compareVersions(one, other))).toBe(order),
  );

  it('is one order: never NaN, and turned around the other way round', () => {
    const number = fc.nat({ max: 99_999 });
    const version = fc
      .tuple(
        number,
        number,
        number,
        fc.option(fc.tuple(fc.constantFrom('93', '974', '2A'), fc.integer({ min: 1, max: 99 }))),
      )
      .map(
        ([a, b, c, local]) =>
          `${[a, b, c].join('.')}${local ? `+${local[0]}${local[1] === 1 ? '' : `.${String(local[1])}`}` : ''}`,
      );
    fc.assert(
      fc.property(version, version, (one, other) => {
        const order = compareVersions(one, other);
        expect(order).not.toBeNaN();
        expect(Math.sign(order) + Math.sign(compareVersions(other, one))).toBe(0);
        expect(order === 0).toBe(one === other);
        if (isNewer(one, other)) expect(order).toBeGreaterThan(0);
      }),
    );
  });

  it('what a territory makes of a version is no newer than it', () => {
    expect(isNewer('2.0.1+93', '2.0.1')).toBe(false);
    expect(isNewer('2.0.1', '2.0.1+93')).toBe(false);
    expect(isNewer('2.0.2', '2.0.1+93')).toBe(true);
  });
});
