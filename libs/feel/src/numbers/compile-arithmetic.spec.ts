import { evaluateSource, compiled } from '../testing/evaluate-source';

describe('arithmetic', () => {
  it.each([
    ['low + points * 2', { low: 1, points: 3 }, 7],
    ['(low + points) / 2', { low: 1, points: 3 }, 2],
    ['low - points - 1', { low: 1, points: 3 }, -3],
    ['-low', { low: 2 }, -2],
    ['- low + 5', { low: 2 }, 3],
    ['low / points', { low: 1, points: 0 }, null],
    ['low / 0', { low: 1 }, null],
    ['low + points', { low: 1 }, null],
    ['0 * low', {}, null],
    ['-low', {}, null],
    ['low * 2', { low: 1e308 }, null],
    ['low - 18', { low: { low: 230, high: 240 } }, { low: 212, high: 222 }],
    ['-low', { low: { low: 1, high: 2 } }, { low: -2, high: -1 }],
    ['low * points', { low: { low: -1, high: 2 }, points: { low: 3, high: 4 } }, { low: -4, high: 8 }],
    ['low / points', { low: 12, points: { low: 2, high: 3 } }, { low: 4, high: 6 }],
    ['low / points', { low: 12, points: { low: -1, high: 3 } }, null],
  ] as const)('%s of %j is %j', (source, env, value) => {
    expect(evaluateSource(source, env)).toEqual(value);
  });

  it('keeps months apart from numbers', () => {
    expect(compiled('low + 3').type).toEqual({ kind: 'number', unit: 'months' });
    expect(compiled('points + 3').type).toEqual({ kind: 'number' });
    expect(compiled('low / MAJ').type).toEqual({ kind: 'number' });
    expect(compiled('low / 2').type).toEqual({ kind: 'number', unit: 'months' });
  });

  it('names what an unknown comes from, even when everything is known', () => {
    const half = compiled('low / points > 3');
    expect(half.unresolved({ low: 1 }).map((one) => one.name)).toEqual(['points']);
    expect(half.unresolved({ low: 1, points: 0 }).map((one) => one.name)).toEqual(['low', 'points']);
  });
});
