import { evaluateSource, compiled } from '../testing/evaluate-source';
import { parseExpression } from '../syntax/parse-expression';
import { checklist, row } from '../testing/small-scope';

describe('words of state', () => {
  it('are asked of the scope with bare names', () => {
    expect(evaluateSource('done(intake)', { 'done(intake)': true })).toBe(true);
    expect(evaluateSource('not(approved(this))', { 'approved(this)': false })).toBe(true);
    expect(evaluateSource('reached(majority)')).toBeNull();
    expect(
      evaluateSource('run(age_doubt).outcome = "ADULT"', { 'run(age_doubt)': row({ outcome: 'MINOR' }) }),
    ).toBe(false);
    expect(evaluateSource('run(age_doubt).outcome != "ADULT"')).toBeNull();
    expect(evaluateSource('run(age_doubt).ended', { 'run(age_doubt)': row({ ended: true }) })).toBe(true);
  });

  it('are named as written, with their kind', () => {
    const source = compiled('done(intake) or reached(majority) or run( age_doubt ).outcome = "MINOR"');
    expect(source.references).toEqual([
      { name: 'done(intake)', kind: 'state' },
      { name: 'reached(majority)', kind: 'moment' },
      { name: 'run(age_doubt).outcome', kind: 'outcome' },
    ]);
  });

  it('may be about a protocol that is named by a word of FEEL', () => {
    expect(parseExpression('started(return) and run( return ).outcome = "STAYS"').ok).toBe(true);
    expect(parseExpression('return = "STAYS"').ok).toBe(false);
  });

  it.each([
    ['approved(status) and reached(majority)', true],
    ['papers = "valid" and low > MAJ', true],
    ['done(status)', false],
    ['papers = "valid" or run(age_doubt).outcome = "ADULT"', false],
    ['any(steps, protective)', false],
    ['answer(papers) = "refused"', false],
  ])('%s is monotone: %s', (source, isMonotone) => {
    expect(compiled(source).isMonotone).toBe(isMonotone);
  });
});

describe('answer', () => {
  it('tells non-answers apart and is never unknown for an item', () => {
    const source = 'answer(signs.phone) = "refused"';
    expect(evaluateSource(source, { signs: checklist({ phone: 'refused' }) })).toBe(true);
    expect(evaluateSource(source, { signs: checklist({ phone: 'yes' }) })).toBe(false);
    expect(evaluateSource('answer(signs.phone) = "not-asked"', {})).toBe(true);
    expect(evaluateSource('answer(signs.phone) = "given"', { signs: checklist({ phone: 'no' }) })).toBe(true);
  });

  it('asks the scope how a fact was answered, and names the fact', () => {
    expect(evaluateSource('answer(papers) = "refused"', { 'answer(papers)': 'refused' })).toBe(true);
    expect(compiled('answer(papers) = "refused"').references).toEqual([{ name: 'papers', kind: 'fact' }]);
  });
});
