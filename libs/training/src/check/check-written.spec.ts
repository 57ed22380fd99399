import { SCENARIO } from '@repere/protocol/testing';
import { PARIS, SHELTER } from '../testing/fake-shelter-scenario';
import { checkWritten } from './check-written';

function checked(from = '', to = '', isRehearsed = true) {
  if (!SCENARIO.includes(from)) throw new RangeError(`no ${from}`);
  return checkWritten(SCENARIO.replace(from, to), {
    set: SHELTER,
    territoryOf: (code) => (code === '75' ? PARIS : undefined),
    isRehearsed,
  });
}
const told = (...asked: Parameters<typeof checked>) =>
  checked(...asked).problems.map(({ severity, code }) => `${severity} ${code}`);

describe('a scenario that somebody writes', () => {
  it('without a fault has no problem, whatever its file is called', () => {
    const { scenario, problems } = checked('scenario: a-night', 'scenario: my-night');
    expect(scenario?.scenario).toBe('my-night');
    expect(problems).toEqual([]);
  });

  it('that can not be read is told with its line, and is none', () => {
    const { scenario, problems } = checked('minutes: 5', 'minuts: 5');
    expect(scenario).toBeNull();
    expect(problems).toContainEqual(expect.objectContaining({ code: 'unknown-key', line: 5 }));
  });

  it('of a territory that there is not is refused', () => {
    expect(told("territory: '75'", "territory: '00'")).toEqual(['error unknown-territory']);
  });

  it('whose beginning the engine does not take is refused: no space could begin with it', () => {
    const before = 'before: [{ at: 2025-03-03T08:00, by: TS, step: find_place, set: { place: no } }]\nbeats:';
    expect(told('beats:', before, false)).toEqual(['error beginning']);
  });

  it('may be used where a run does not go as written, which is told', () => {
    expect(told('within: 6 hours', 'by: 2025-03-03T09:30')).toEqual(
      expect.arrayContaining(['warning run-model']),
    );
    expect(told('within: 6 hours', 'by: 2025-03-03T09:30', false)).toEqual([]);
  });

  it('is refused where one expectation says more than is looked at after every moment of a journal', () => {
    const said = (many: number) =>
      `always: { kept: [${Array.from({ length: many }, (_, n) => `k${String(n)}`).join()}] }`;
    expect(told('always: { not_outcome: SAFE }', said(21), false)).toEqual(['error expects-too-much']);
    expect(told('always: { not_outcome: SAFE }', said(20), false)).not.toContain('error expects-too-much');
    const steps = Array.from({ length: 21 }, (_, n) => `s${String(n)}: done`).join();
    const past = `always: { known_as_of: { 2025-03-03T10:00: { ${steps} } } }`;
    expect(told('always: { not_outcome: SAFE }', past, false)).toEqual(['error expects-too-much']);
    const { problems } = checked('always: { not_outcome: SAFE }', past, false);
    expect(problems[0]?.line).toBe(SCENARIO.split('\n').findIndex((it) => it.includes('never-safe')) + 1);
  });

  it('is refused where it looks into the past more often than there is time to', () => {
    const past = (many: number, from = 0) =>
      Array.from(
        { length: many },
        (_, n) => `2025-03-03T10:${String(n + from + 10)}: { assess: done }`,
      ).join();
    const both = (many: number) =>
      `always: { known_as_of: { ${past(11)} } } }\n  - { id: more, title: { fr: a, en: a }, expect: { known_as_of: { ${past(many, 20)} } }`;
    expect(told('always: { not_outcome: SAFE }', both(10), false)).toEqual(['error too-many-pasts']);
    expect(told('always: { not_outcome: SAFE }', both(9), false)).toEqual([]);
  });

  it.each([
    ['a text', 'title: { fr: "A night (fr)"', 'title: { fr: "A\\u202e"', 'title.fr'],
    ['a zero', 'title: { fr: "A night (fr)"', 'title: { fr: "\\0"', 'title.fr'],
    ['half a character', 'title: { fr: "A night (fr)"', 'title: { fr: "\\ud800"', 'title.fr'],
    ['a name', 'name: Nobody', 'name: "No\\ebody"', 'cast.0.name'],
    ['a key', 'versions: {', 'versions: { "a\\0": 1.0.0,', 'versions'],
  ])('is refused where %s hides something behind an escape, by its name', (_, from, to, name) => {
    const { scenario, problems } = checked(from, to);
    expect(scenario).toBeNull();
    expect(problems.map(({ code }) => code)).toEqual(['unplain-text']);
    expect(problems[0]?.message.en).toContain(`\`${name}\``);
  });

  it.each(['3000000000', '601', '0', '1e400'])('does not take %s minutes', (minutes) => {
    const { scenario, problems } = checked('minutes: 5', `minutes: ${minutes}`);
    expect(scenario).toBeNull();
    expect(problems[0]?.message.en).toContain('minutes');
  });

  it.each(['[null]', '[1]', '~', '{ rows: 5 }', '{ rows: [null] }'])(
    'is refused where a list that is given is %s',
    (value) => {
      expect(told('begins:', `given: { shelter: { nights: ${value} } }\nbegins:`)).toEqual([
        'error given-value',
      ]);
      expect(told('begins:', `given: { shelter.nights: ${value} }\nbegins:`)).toEqual(['error given-value']);
    },
  );

  it('is refused where an answer that is given has none inside', () => {
    expect(told('begins:', 'given: { signs: [null] }\nbegins:')).toEqual(['error given-value']);
    expect(told('begins:', 'given: { danger: ~ }\nbegins:')).not.toContain('error given-value');
  });

  it.each(['[null]', '[[1]]', '[{}]', '{}'])('is refused where nobody is who does a line: %s', (by) => {
    const problems = told('by: PROC', `by: ${by}`);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every((it) => it.startsWith('error'))).toBe(true);
  });

  it('with a value that no field takes is told, and nothing breaks', () => {
    const problems = told('set: { danger: grave }', 'set: { danger: [[1]] }');
    expect(problems.length).toBeGreaterThan(0);
  });
});
