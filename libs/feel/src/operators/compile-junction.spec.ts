import { evaluateSource, compiled } from '../testing/evaluate-source';
import type { Small } from '../testing/small-scope';

const names = (source: string, env: Small, how: 'unresolved' | 'deciding') =>
  compiled(source)
    [how](env)
    .map((one) => one.name);

describe('and, or, not', () => {
  it.each([
    ['assessed and suspected', { assessed: false }, false],
    ['assessed and suspected', { suspected: false }, false],
    ['assessed and suspected', { assessed: true }, null],
    ['assessed or suspected', { suspected: true }, true],
    ['assessed or suspected', { assessed: false }, null],
    ['not(assessed)', { assessed: true }, false],
    ['not(assessed)', {}, null],
    ['not(papers = "valid")', {}, null],
    ['assessed or suspected and contests = "yes"', { assessed: true }, true],
    ['(assessed or suspected) and contests = "yes"', { assessed: true, contests: 'no' }, false],
    ['assessed and suspected and low > 3', { low: 2 }, false],
    ['assessed or suspected or low > 3', { low: 4 }, true],
    ['assessed or suspected or low > 3', { low: 2, assessed: false }, null],
  ] as const)('%s of %j is %s', (source, env, truth) => {
    expect(evaluateSource(source, env)).toBe(truth);
  });
});

describe('what is unresolved', () => {
  const both = 'contests = "yes" and (assessed or low > 3)';

  it('is everything while nothing is known, in text order and once', () => {
    expect(names(both, {}, 'unresolved')).toEqual(['contests', 'assessed', 'low']);
    expect(names('low > 3 or papers = "valid" or low < 2', {}, 'unresolved')).toEqual(['low', 'papers']);
  });

  it('leaves out what can no longer change the result', () => {
    expect(names(both, { contests: 'no' }, 'unresolved')).toEqual([]);
    expect(names(both, { contests: 'yes', assessed: true }, 'unresolved')).toEqual([]);
    expect(names(both, { assessed: true }, 'unresolved')).toEqual(['contests']);
    expect(names(both, { contests: 'yes', assessed: false }, 'unresolved')).toEqual(['low']);
  });

  it('asks for the exact value where bounds leave it open', () => {
    expect(names('low > 3', { low: { low: 1, high: 9 } }, 'unresolved')).toEqual(['low']);
    expect(names('low > 3', { low: { low: 4, high: 9 } }, 'unresolved')).toEqual([]);
  });
});

describe('what decides', () => {
  it('is the false parts of a false and, all parts of a true one', () => {
    const source = 'contests = "yes" and assessed';
    expect(names(source, { contests: 'no', assessed: true }, 'deciding')).toEqual(['contests']);
    expect(names(source, { contests: 'yes', assessed: true }, 'deciding')).toEqual(['contests', 'assessed']);
  });

  it('is the true parts of a true or, all parts of a false one', () => {
    const source = 'not(contests = "no" or assessed)';
    expect(names(source, { contests: 'yes', assessed: true }, 'deciding')).toEqual(['assessed']);
    expect(names(source, { contests: 'yes', assessed: false }, 'deciding')).toEqual(['contests', 'assessed']);
  });

  it('is what is missing while it is unknown', () => {
    expect(names('contests = "yes" and assessed', { assessed: true }, 'deciding')).toEqual(['contests']);
  });
});
