import { evaluateSource, compiled } from '../testing/evaluate-source';
import { closedList, openList } from '../testing/small-scope';

const ABOVE = 'count(exams, reads = "above")';

describe('count', () => {
  it.each([
    ['count(exams)', closedList({}, {}), 2],
    ['count(exams)', closedList(), 0],
    ['count(exams)', openList({}, {}), { low: 2, high: Infinity }],
    [ABOVE, closedList({ reads: 'above' }, { reads: 'overlap' }), 1],
    [ABOVE, closedList({ reads: 'above' }, { reads: null }), { low: 1, high: 2 }],
    [ABOVE, openList({ reads: 'above' }, { reads: null }), { low: 1, high: Infinity }],
    [ABOVE, null, null],
  ] as const)('%s of %j is %j', (source, exams, count) => {
    expect(evaluateSource(source, { exams })).toEqual(count);
  });

  it('decides conditions as far as its bounds do', () => {
    const source = `${ABOVE} >= 2`;
    expect(evaluateSource(source, { exams: openList({ reads: 'above' }, { reads: 'above' }) })).toBe(true);
    expect(evaluateSource(source, { exams: openList({ reads: 'above' }) })).toBeNull();
    expect(evaluateSource(source, { exams: closedList({ reads: 'above' }, { reads: 'overlap' }) })).toBe(
      false,
    );
    expect(evaluateSource(source, { exams: closedList({ reads: 'above' }, { reads: null }) })).toBeNull();
  });

  it('counts the codes of a choice of several', () => {
    expect(evaluateSource('count(forms)', { forms: ['sale', 'online'] })).toBe(2);
    expect(evaluateSource('count(forms)')).toBeNull();
  });

  it('says what is missing', () => {
    const unresolved = (exams: ReturnType<typeof openList>) =>
      compiled(`${ABOVE} >= 2`)
        .unresolved({ exams })
        .map((one) => one.name);
    expect(unresolved(openList({ reads: 'above' }))).toEqual(['exams']);
    expect(unresolved(closedList({ reads: 'above' }, { reads: null }))).toEqual(['exams.reads']);
    expect(unresolved(openList({ reads: 'above' }, { reads: 'above' }))).toEqual([]);
  });
});
