import { evaluateSource } from '../testing/evaluate-source';
import { day } from '../testing/small-scope';

describe('in', () => {
  it.each([
    ['papers in ("valid", "absent")', { papers: 'absent' }, true],
    ['papers in ("valid", "absent")', { papers: 'contested' }, false],
    ['papers in ("valid")', { papers: 'valid' }, true],
    ['papers in ("valid", birth_papers)', { papers: 'absent', birth_papers: 'absent' }, true],
    ['papers in ("valid", birth_papers)', { papers: 'valid' }, true],
    ['papers in ("valid", birth_papers)', { papers: 'absent' }, null],
    ['papers in ("valid", birth_papers)', { birth_papers: 'valid' }, null],
    ['low in (1, 2)', { low: 2 }, true],
    ['low in (1, 2)', { low: { low: 3, high: 4 } }, false],
    ['low in [1..3]', { low: 3 }, true],
    ['low in [1..3)', { low: 3 }, false],
    ['low in (1..3]', { low: 1 }, false],
    ['low in ]1..3[', { low: 2 }, true],
    ['low in [1..3]', { low: { low: 2, high: 3 } }, true],
    ['low in [1..3]', { low: { low: 3, high: 4 } }, null],
    ['low in [1..points]', { low: 0 }, false],
    ['low in [1..points]', { low: 2 }, null],
    ['low in ([1..3], 7)', { low: 7 }, true],
    ['birth in [decided_on..decided_on]', { birth: day(3), decided_on: day(3) }, true],
    ['"sale" in forms', { forms: ['online', 'sale'] }, true],
    ['"sale" in forms', { forms: ['online'] }, false],
    ['"sale" in forms', { forms: [] }, false],
    ['papers in ("valid", "absent")', {}, null],
    ['low in (1, 2)', {}, null],
    ['low in [1..3]', {}, null],
    ['"sale" in forms', {}, null],
  ] as const)('%s of %j is %s', (source, env, truth) => {
    expect(evaluateSource(source, env)).toBe(truth);
  });

  it('looks long lists of codes up', () => {
    const codes = Array.from({ length: 20 }, (_, i) => `"c${i}"`).join(', ');
    expect(evaluateSource(`note in (${codes})`, { note: 'c19' })).toBe(true);
    expect(evaluateSource(`note in (${codes})`, { note: 'c20' })).toBe(false);
    expect(evaluateSource(`note in (${codes})`)).toBeNull();
  });
});
