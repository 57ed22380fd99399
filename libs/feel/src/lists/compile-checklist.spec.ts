import { evaluateSource, compiled } from '../testing/evaluate-source';
import { checklist } from '../testing/small-scope';

const ALL_NO = checklist({ debt: 'no', phone: 'no', fear: 'no' });
const ONE_YES = checklist({ debt: 'yes', phone: 'unknown' });
const NO_AND_OPEN = checklist({ debt: 'no', phone: 'refused', fear: 'no' });
const ANSWERED = checklist({ debt: 'yes', phone: 'no', fear: 'no' });

describe('words of a checklist', () => {
  it.each([
    ['any(signs, "yes")', ONE_YES, true],
    ['any(signs, "yes")', ALL_NO, false],
    ['any(signs, "yes")', NO_AND_OPEN, null],
    ['any(signs, "no")', NO_AND_OPEN, true],
    ['all(signs, "no")', ALL_NO, true],
    ['all(signs, "no")', ONE_YES, false],
    ['all(signs, "no")', NO_AND_OPEN, null],
    ['all(signs, "no")', checklist({}), null],
    ['count(signs, "yes")', ANSWERED, 1],
    ['count(signs, "yes")', ONE_YES, { low: 1, high: 3 }],
    ['count(signs, "no")', NO_AND_OPEN, { low: 2, high: 3 }],
    ['count_answers(signs, "unknown")', ONE_YES, 1],
    ['count_answers(signs, "unknown", "not-asked", "refused")', ONE_YES, 2],
    ['count_answers(signs, "unknown", "not-asked", "refused")', NO_AND_OPEN, 1],
    ['count_answers(signs, "not-asked")', null, 3],
    ['count_answers(signs, "yes", "no")', ANSWERED, 3],
    ['answered(signs)', ANSWERED, true],
    ['answered(signs)', NO_AND_OPEN, null],
    ['answered(signs)', checklist({ debt: 'yes', phone: 'no' }), null],
    ['answered(signs)', null, null],
    ['signs.debt = "yes"', ONE_YES, true],
    ['signs.debt = "yes"', ALL_NO, false],
    ['signs.phone = "yes"', ONE_YES, null],
    ['signs.fear != "yes"', ONE_YES, null],
    ['any(signs, "yes")', null, null],
    ['all(signs, "no")', null, null],
    ['count(signs, "yes")', null, null],
    ['signs.debt = "yes"', null, null],
  ] as const)('%s of %j is %j', (source, signs, value) => {
    expect(evaluateSource(source, { signs })).toEqual(value);
  });

  it('name the checklist, or the item', () => {
    expect(compiled('any(signs, "yes")').unresolved({ signs: NO_AND_OPEN })).toEqual([
      { name: 'signs', kind: 'fact' },
    ]);
    expect(compiled('signs.debt = "yes"').references).toEqual([{ name: 'signs.debt', kind: 'fact' }]);
  });

  it('are monotone, but for the count of answers', () => {
    expect(compiled('answered(signs) and any(signs, "yes")').isMonotone).toBe(true);
    expect(compiled('count_answers(signs, "unknown") > 0').isMonotone).toBe(false);
  });
});
