import { namesIn } from './names-in';

describe('names that an expression reads', () => {
  it.each([
    ['danger = "risk"', ['danger']],
    ['signs.debt = "yes" and not(at_risk)', ['at_risk', 'signs', 'signs.debt']],
    ['some d in decisions satisfies d.kind = "judicial"', ['decisions', 'decisions.kind']],
    ['stated in (1, 2) and count(signs, "yes") > LEAST', ['LEAST', 'signs', 'stated']],
    ['count(exams, low > 216) > 1', ['exams', 'exams.low', 'low']],
    ['last(exams, kind = "bone").low > 216', ['exams', 'exams.kind', 'exams.low', 'kind']],
    ['some e in exams satisfies last(e.parts).low > 1', ['exams', 'exams.parts', 'exams.parts.low']],
    ['reached(majority) or run(age_doubt).outcome = "X"', ['age_doubt', 'majority']],
    ['"danger and status" = answer', ['answer']],
  ])('%s', (expression, names) => expect([...(namesIn(expression) ?? [])].sort()).toEqual(names));

  it('are not known of what can not be read', () => expect(namesIn('danger = (')).toBeNull());
});
