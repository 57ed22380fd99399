import type { CaseLines } from '../expression-types';
import { compileCases } from './compile-cases';
import { smallScope, type Small } from '../testing/small-scope';

function cases(...lines: CaseLines) {
  const result = compileCases(lines, smallScope);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const problems = (...lines: CaseLines) => {
  const result = compileCases(lines, smallScope);
  return result.ok ? [] : result.problems;
};

const EXAM: CaseLines = [
  { when: 'contests = "no"', is: '"none"' },
  { when: 'papers = "valid"', is: '"papers"' },
  { when: 'low > 216', is: '"above"' },
];

describe('when/is lines', () => {
  it.each([
    [{ contests: 'no' }, 'none'],
    [{ contests: 'yes', papers: 'valid' }, 'papers'],
    [{ contests: 'yes', papers: 'absent', low: 217 }, 'above'],
    [{ contests: 'yes', papers: 'absent', low: 216 }, null],
    // A later line may hold, yet the unknown one comes first.
    [{ papers: 'valid' }, null],
    [{ contests: 'yes', low: 217 }, null],
    [{}, null],
  ] as const)('of %j give %s', (env, value) => {
    expect(cases(...EXAM).evaluate(env)).toBe(value);
  });

  it('have the codes of all lines', () => {
    expect(cases(...EXAM).type).toEqual({ kind: 'choice', values: ['none', 'papers', 'above'] });
  });

  it('compute numbers', () => {
    const margin = cases(
      { when: 'contests = "yes"', is: 'max(low, 18)' },
      { when: 'contests = "no"', is: '18' },
    );
    expect(margin.type).toEqual({ kind: 'number', unit: 'months' });
    expect(margin.evaluate({ contests: 'yes', low: 20 })).toBe(20);
    expect(margin.evaluate({ contests: 'yes' })).toBeNull();
    expect(margin.unresolved({ contests: 'yes' }).map((one) => one.name)).toEqual(['low']);
  });

  it('say what the first unknown line waits for', () => {
    const unresolved = (env: Small) =>
      cases(...EXAM)
        .unresolved(env)
        .map((one) => one.name);
    expect(unresolved({})).toEqual(['contests']);
    expect(unresolved({ contests: 'yes' })).toEqual(['papers']);
    expect(unresolved({ contests: 'no' })).toEqual([]);
    expect(unresolved({ contests: 'yes', papers: 'absent', low: 3 })).toEqual(['contests', 'papers', 'low']);
  });

  it('are decided by the line that holds and those above it', () => {
    const deciding = cases(...EXAM).deciding({ contests: 'yes', papers: 'valid', low: 3 });
    expect(deciding.map((one) => one.name)).toEqual(['contests', 'papers']);
  });

  it('are refused with the line', () => {
    expect(problems({ when: 'contests', is: '1' }, { when: 'assessed', is: '1 +' })).toMatchObject([
      { caseLine: { index: 0, part: 'when' }, remedy: { en: 'Write contests = "yes".' } },
      { caseLine: { index: 1, part: 'is' }, message: { en: 'The expression stops too early.' } },
    ]);
    expect(problems({ when: 'assessed', is: '1' }, { when: 'suspected', is: '"a"' })).toMatchObject([
      {
        caseLine: { index: 1, part: 'is' },
        message: {
          fr: 'Cette ligne donne un texte, celles au-dessus donnent un nombre.',
          en: 'This line gives a text, the lines above give a number.',
        },
      },
    ]);
    expect(problems({ when: 'assessed', is: 'exams' }, { when: 'suspected', is: 'exams' })).toHaveLength(2);
    expect(problems()).toMatchObject([{ message: { en: 'There is no line to try.' } }]);
  });
});
