import { evaluateSource, compiled } from '../testing/evaluate-source';
import { closedList, openList } from '../testing/small-scope';

const LAST = 'last(decisions, final = "yes").result';

describe('last', () => {
  it.each([
    [
      'the newest that is sure',
      closedList({ final: 'yes', result: 'minor' }, { final: 'yes', result: 'adult' }),
      'adult',
    ],
    [
      'skips what is not meant',
      closedList({ final: 'yes', result: 'minor' }, { final: 'no', result: 'adult' }),
      'minor',
    ],
    [
      'a newer candidate that differs',
      closedList({ final: 'yes', result: 'minor' }, { final: null, result: 'adult' }),
      null,
    ],
    [
      'a newer candidate that agrees',
      closedList({ final: 'yes', result: 'minor' }, { final: null, result: 'minor' }),
      'minor',
    ],
    [
      'a newer candidate without result',
      closedList({ final: 'yes', result: 'minor' }, { final: null, result: null }),
      null,
    ],
    ['no sure candidate', closedList({ final: null, result: 'minor' }), null],
    [
      'an older candidate does not count',
      closedList({ final: null, result: 'adult' }, { final: 'yes', result: 'minor' }),
      'minor',
    ],
    ['none', closedList({ final: 'no', result: 'minor' }), null],
    ['no row', closedList(), null],
    ['an open list', openList({ final: 'yes', result: 'minor' }), null],
    ['no list', null, null],
  ] as const)('%s', (_, decisions, result) => {
    expect(evaluateSource(LAST, { decisions })).toBe(result);
  });

  it('needs no condition', () => {
    expect(evaluateSource('last(exams).low', { exams: closedList({ low: 1 }, { low: 2 }) })).toBe(2);
  });

  it('lets candidates agree on spans', () => {
    const span = { low: 1, high: 2 };
    const exams = closedList({ ok: true, low: span }, { ok: null, low: { ...span } });
    expect(evaluateSource('last(exams, ok).low', { exams })).toEqual(span);
  });

  it('is typed by its field', () => {
    expect(compiled(LAST).type).toEqual({ kind: 'choice', values: ['minor', 'adult'] });
  });

  it('says what is missing', () => {
    const unresolved = (decisions: Parameters<typeof evaluateSource>[1]) =>
      compiled(LAST)
        .unresolved(decisions ?? {})
        .map((one) => one.name);
    expect(unresolved({})).toEqual(['decisions']);
    expect(unresolved({ decisions: closedList({ final: null, result: 'adult' }) })).toEqual([
      'decisions.final',
    ]);
    expect(unresolved({ decisions: closedList({ final: 'yes', result: null }) })).toEqual([
      'decisions.result',
    ]);
    expect(unresolved({ decisions: closedList({ final: 'yes', result: 'adult' }) })).toEqual([]);
  });
});
