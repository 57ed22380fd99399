import fc from 'fast-check';
import { readFiles } from '../read-files';
import { type AgeFacts, type AgeStatus, CLEAR_EXAM, HARM, READY_CHILD } from './age-facts';
import { ageStatus } from './age-status';
import { AgeTrial } from './age-trial';
import { anyAgeFacts, forgettings } from './any-age-facts';

const files = readFiles();
const protocol = new AgeTrial(files);

const agrees = (trial: AgeTrial) =>
  fc.property(anyAgeFacts, (facts) => {
    expect(trial.status(facts)).toBe(ageStatus(facts));
  });

const forgettingNeverHarms = (trial: AgeTrial) =>
  fc.property(anyAgeFacts, fc.nat(), fc.nat(), (facts, first, second) => {
    const once = pick(forgettings(facts), first)?.() ?? facts;
    const twice = pick(forgettings(once), second)?.() ?? once;
    const before = HARM[trial.status(facts)];
    expect(HARM[trial.status(once)]).toBeLessThanOrEqual(before);
    expect(HARM[trial.status(twice)]).toBeLessThanOrEqual(before);
  });

describe('the decision on age', () => {
  it('is what a second reading of the prose says, on 30,000 children', () => {
    fc.assert(agrees(protocol), { numRuns: 30_000 });
  });

  it('meets every status often enough for that to mean something', () => {
    const met = new Map<AgeStatus, number>();
    for (const facts of fc.sample(anyAgeFacts, 5_000)) {
      const status = ageStatus(facts);
      met.set(status, (met.get(status) ?? 0) + 1);
    }
    expect([...met].filter(([, times]) => times < 100)).toEqual([]);
    expect(met.size).toBe(4);
  });

  it('never harms by forgetting one thing or two, on 30,000 children', () => {
    fc.assert(forgettingNeverHarms(protocol), { numRuns: 30_000 });
  });

  it('is READY for the child of the tests, with an exam and without', () => {
    const withExam: AgeFacts = { ...READY_CHILD, exams: { closed: true, rows: [CLEAR_EXAM] } };
    expect([protocol.status(READY_CHILD), protocol.status(withExam)]).toEqual([
      'READY_FOR_HUMAN_DECISION',
      'READY_FOR_HUMAN_DECISION',
    ]);
  });
});

function pick<T>(list: readonly T[], at: number): T | undefined {
  return list[at % Math.max(1, list.length)];
}
