import { SCENARIO } from '@repere/protocol/testing';
import { messagesOf, problemsOf, remediesOf } from '../testing/fake-shelter-scenario';

const exchanged = (from: string, to: string): string => {
  if (!SCENARIO.includes(from)) throw new RangeError(`no ${from}`);
  return SCENARIO.replace(from, to);
};
const codesOf = (text: string, file?: string) => problemsOf(text, file).map((it) => it.split(' ')[1]);

const bomb = ['a0: &a0 [x,x,x,x,x,x,x,x,x]']
  .concat(
    Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(',')}]`),
  )
  .join('\n');

describe('a scenario', () => {
  it('that names only what there is has no problem', () => {
    expect(problemsOf(SCENARIO)).toEqual([]);
  });

  it.each([
    [
      'a step that the version does not have',
      'step: find_place, set',
      'step: find_plaze, set',
      'unknown-step',
    ],
    ['an answer that the step does not ask', 'kind_of_place: home', 'kind_of_plaze: home', 'unknown-field'],
    ['an outcome that there is not', 'not_outcome: SAFE', 'not_outcome: SAVE', 'unknown-outcome'],
    ['a step in an expectation', 'assess: [done', 'asess: [done', 'unknown-step'],
    ['a version that there is not', 'shelter: 1.0.0', 'shelter: 2.0.0', 'unknown-version'],
    ['a condition without sense', 'unless: done(assess)', 'unless: done(asess)', 'expression'],
    ['a source that there is not', 'basis: [S19] }', 'basis: [S99] }', 'unknown-source'],
    ['a time that is none', 'ends: 2025-03-06T09:00', 'ends: tomorrow', 'time'],
    ['an end before the beginning', 'ends: 2025-03-06T09:00', 'ends: 2024-03-06T09:00', 'time-order'],
    ['an end in the year 9999', 'ends: 2025-03-06T09:00', 'ends: 9999-03-06T09:00', 'time'],
    ['a beginning in the year 9990', 'begins: 2025-03-03T09:00', 'begins: 9990-03-03T09:00', 'time'],
    ['a beginning in the year 1801', 'begins: 2025-03-03T09:00', 'begins: 1801-03-03T09:00', 'time'],
    [
      'a line before the line above',
      'at: 2025-03-03T11:00, by: SUP',
      'at: 2025-03-03T09:30, by: SUP',
      'time-order',
    ],
    ['a period that is none', 'after: 24 hours', 'after: soon', 'period'],
    ['an inject that waits for itself', 'when: done(find_place)', 'follows: judge-told', 'loop'],
    ['an inject after one that there is not', 'follows: found', 'follows: fund', 'unknown-beat'],
    ['an expectation of two kinds', 'ticked: true', 'ticked: true, order: [assess, find_place]', 'one-of'],
    ['a question without a right answer', 'right: true, ', '', 'no-right-answer'],
    ['a name twice', 'id: seen', 'id: early', 'repeated-id'],
    ['a key that there is not', 'minutes: 5', 'minuts: 5', 'unknown-key'],
    ['one language only', 'fr: "A night (fr)", ', '', 'missing-key'],
  ])('with %s is refused', (_, from, to, code) => {
    expect(codesOf(exchanged(from, to))).toContain(code);
  });

  it.each([
    [
      'an end in another decade',
      'ends: 2025-03-06T09:00',
      'ends: 2035-03-06T09:00',
      /between `begins` and `ends`/,
    ],
    ['a time that is none', 'ends: 2025-03-06T09:00', 'ends: tomorrow', /2025-05-12T09:00/],
    ['a period that is none', 'after: 24 hours', 'after: soon', /24 hours/],
    ['a question without a right answer', 'right: true, ', '', /right: true/],
    ['a step that there is not', 'step: find_place, set', 'step: find_plaze, set', /Mend this name/],
  ])('with %s is told what would be right', (_, from, to, remedy) => {
    expect(remediesOf(exchanged(from, to)).join(' ')).toMatch(remedy);
  });

  it.each([
    ['fifty million characters', SCENARIO + '#'.repeat(50_000_000), 'too-long'],
    ['aliases that stand for more than fits in memory', bomb, 'yaml'],
    ['brackets in brackets', `scenario: ${'['.repeat(20_000)}`, 'too-deep'],
    ['nothing', '', 'wrong-type'],
  ])('of %s is refused, at once', (_, text, code) => {
    expect(codesOf(text)).toEqual([code]);
  });

  it.each([
    ['a condition', 'unless: done(assess)', (long: string) => `unless: '${long} = = 1'`],
    ['a step', '[assess, find_place]', (long: string) => `[${long}, find_place]`],
    ['an outcome', 'not_outcome: SAFE', (long: string) => `not_outcome: ${long}`],
  ])('echoes a part of what is long: %s', (_, from, to) => {
    const told = messagesOf(exchanged(from, to('x'.repeat(3000))));
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter(({ length }) => length > 400)).toEqual([]);
  });

  it('is called like its file', () => {
    expect(codesOf(SCENARIO, 'scenarios/another.yaml')).toEqual(['file-name']);
  });
});
