import { evaluateSource, compiled, refusals } from './testing/evaluate-source';
import type { Small } from './testing/small-scope';
import { TooMuchWorkError } from './work-budget';

/** Rows that all fit, so that a loop walks to its end. */
const exams = (count: number): Small => ({
  exams: {
    closed: true,
    rows: Array.from({ length: count }, (_, index) => ({ id: `r${String(index)}`, fields: { low: 200 } })),
  },
});

describe('work has a budget', () => {
  const nested = (depth: number): string => {
    const letters = ['a', 'b', 'c', 'd', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o'].slice(0, depth);
    const innermost = `${letters[0] ?? 'a'}.low > 300 and ${letters.at(-1) ?? 'a'}.low > 300`;
    return letters.reduceRight((inner, letter) => `some ${letter} in exams satisfies (${inner})`, innermost);
  };

  it('a list in a list is read', () => {
    expect(evaluateSource(nested(2), exams(30))).toBe(false);
  });

  it.each([3, 14])('%i lists in each other are refused with a sentence that says what to do', (depth) => {
    const [problem, ...more] = refusals(nested(depth));
    expect(more).toEqual([]);
    expect(problem?.message.fr).toContain('2 niveaux');
    expect(problem?.message.en).toContain('2 levels');
    expect(problem?.remedy.fr).toContain('derived');
  });

  it.each([
    'some a in exams satisfies count(exams, any(exams, low > 300)) > 0',
    'count(exams, some b in exams satisfies all(exams, low > b.low)) > 0',
    'any(exams, some b in exams satisfies last(exams, low > 300).low > 0)',
    'any(exams, some b in exams satisfies b.low > min(exams.low))',
  ])('whatever the words of the loops: %s', (source) => {
    expect(refusals(source)[0]?.message.en).toContain('levels deep');
  });

  it('too many rows are neither true nor false nor unknown: the question is refused', () => {
    expect(() => evaluateSource(nested(2), exams(1_500))).toThrow(TooMuchWorkError);
    expect(() => evaluateSource(`not(${nested(2)})`, exams(1_500))).toThrow(TooMuchWorkError);
  });

  it('each condition has the whole budget, also after one that had too little', () => {
    const condition = compiled(nested(2));
    for (let time = 0; time < 5; time++) {
      expect(condition.evaluate(exams(900))).toBe(false);
      expect(() => condition.evaluate(exams(1_500))).toThrow(TooMuchWorkError);
    }
  });

  it('what decides it is found within the budget too', () => {
    expect(
      compiled(nested(2))
        .deciding(exams(500))
        .map(({ name }) => name),
    ).toContain('exams.low');
    expect(() => compiled(nested(2)).deciding(exams(1_500))).toThrow(TooMuchWorkError);
  });

  it('rows of which any may be the last are not compared one with each other for ever', () => {
    expect(() => evaluateSource('last(exams, low > 1).low > 2', exams(5_000))).toThrow(TooMuchWorkError);
  });
});
