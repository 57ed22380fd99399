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

  it('with a value that no field takes is told, and nothing breaks', () => {
    const problems = told('set: { danger: grave }', 'set: { danger: [[1]] }');
    expect(problems.length).toBeGreaterThan(0);
  });
});
