import { parseExpression } from './parse-expression';
import { walkSyntax } from './walk-syntax';
import { readEquality } from './read-equality';
import { wordAbout } from './word-about';

describe('a word of state', () => {
  it.each([
    ['done(intake)', { word: 'done', about: 'intake' }],
    ['done( intake )', { word: 'done', about: 'intake' }],
    ['run(age_doubt).outcome', { word: 'run', about: 'age_doubt', field: 'outcome' }],
    ['answer(exams.low)', { word: 'answer', about: 'exams.low' }],
    ['intake', null],
    ['not(done(intake))', null],
    ['done(intake) and ready', null],
    ['count(exams, low > 2)', null],
    ['? done(', null],
  ])('%s', (expression, is) => expect(wordAbout(expression)).toEqual(is));
});

describe('an equality', () => {
  it.each([
    ['status = "no_sign"', { name: 'status', code: 'no_sign' }],
    ['status="no sign"', { name: 'status', code: 'no sign' }],
    ['status != "no_sign"', null],
    ['status = other', null],
    ['a = "b" and c = "d"', null],
    ['a =', null],
  ])('%s', (expression, is) => expect(readEquality(expression)).toEqual(is));
});

it('an expression comes with all its parts, in the order of the text', () => {
  const parsed = parseExpression('every a in adults satisfies a.tie in ("kin", x) or -n + 1 > max(b, 2)');
  if (!parsed.ok) throw new Error('it can be read');
  expect([...walkSyntax(parsed.value)].map(({ kind }) => kind).join(' ')).toBe(
    'quantified name junction membership path name literal name comparison arithmetic negation name literal call name literal',
  );
});
