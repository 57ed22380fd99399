import { PARIS, scenarioWith, SHELTER } from '../testing/fake-shelter-scenario';
import { describeExpectation } from './describe-expectation';
import { describeTime, describeTrigger } from './describe-trigger';

describe('a scenario in words', () => {
  const scenario = scenarioWith();
  const whenOf = (id: string) => {
    const found = [...scenario.beats, ...(scenario.injects ?? [])].find((it) => it.id === id);
    if (!found) throw new RangeError(id);
    return describeTrigger(SHELTER, scenario, found).en;
  };

  it('says when each thing comes about', () => {
    expect(whenOf('evening')).toBe('at the beginning');
    expect(whenOf('nobody-assessed')).toBe('24 hours after the beginning, unless “Assess” is done');
    expect(whenOf('found')).toBe('once “Find” is done');
    expect(whenOf('judge-told')).toBe('2 hours after “Found”');
    expect(describeTrigger(SHELTER, scenario, { at: '2025-03-04T10:00' }).fr).toBe('4 mars 2025, 10:00');
    const other = { when: { in: 'shelter', is: 'done(assess)' }, after: '1 days' };
    expect(describeTrigger(SHELTER, scenario, other).fr).toBe(
      '1 jour après que «\u00a0Évaluer\u00a0» est fait',
    );
  });

  it('says what is no time as it is written', () => {
    expect(describeTime('tomorrow').en).toBe('tomorrow');
  });

  it('says what each expectation looks for, in both languages', () => {
    const told = Object.fromEntries(
      scenario.expectations.map((it) => [
        it.id,
        describeExpectation({ set: SHELTER, scenario, territory: PARIS }, it),
      ]),
    );
    expect(told['early']?.map(({ en }) => en)).toEqual([
      '“Assess”: Done or Started',
      'Within this time of the beginning: 6 hours',
    ]);
    expect(told['never-safe']?.[0]?.en).toMatch(/^At each moment: Never the outcome: /);
    expect(told['place-after']?.[0]?.en).toBe('“Assess” before “Find”');
    expect(told['seen']?.map(({ fr }) => fr)).toEqual([
      'Coché par qui anime',
      'Au plus tard\u00a0: 5 mars 2025, 09:00',
    ]);
    for (const { fr, en } of Object.values(told).flat()) expect(fr).not.toBe(en);
  });
});
