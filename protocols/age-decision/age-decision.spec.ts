import fc from 'fast-check';
import { readFiles } from '../read-files';
import { type AgeFacts, type AgeStatus, CLEAR_EXAM, HARM, READY_CHILD } from './age-facts';
import { ageStatus } from './age-status';
import { AgeTrial } from './age-trial';
import { anyAgeFacts, forgettings, oneFactOff } from './any-age-facts';

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

/** The same for each single thing that may be forgotten, near where that tells. */
const forgettingOneNeverHarms = (trial: AgeTrial) =>
  fc.property(oneFactOff, (facts) => {
    const before = HARM[trial.status(facts)];
    for (const forget of forgettings(facts)) {
      expect(HARM[trial.status(forget())]).toBeLessThanOrEqual(before);
    }
  });

describe('the decision on age', () => {
  it('is what a second reading of the prose says, on 20,000 children', () => {
    fc.assert(agrees(protocol), { numRuns: 20_000 });
  });

  it('meets every status often enough for that to mean something', () => {
    const met = new Map<AgeStatus, number>();
    for (const facts of fc.sample(anyAgeFacts, { numRuns: 5_000, seed: 1 })) {
      const status = ageStatus(facts);
      met.set(status, (met.get(status) ?? 0) + 1);
    }
    expect([...met].filter(([, times]) => times < 100)).toEqual([]);
    expect(met.size).toBe(4);
  });

  it('never harms by forgetting one thing or two, on 10,000 children', () => {
    fc.assert(forgettingNeverHarms(protocol), { numRuns: 10_000 });
  });

  it('is READY for the child of the tests, with an exam and without', () => {
    const withExam: AgeFacts = { ...READY_CHILD, exams: { closed: true, rows: [CLEAR_EXAM] } };
    expect([protocol.status(READY_CHILD), protocol.status(withExam)]).toEqual([
      'READY_FOR_HUMAN_DECISION',
      'READY_FOR_HUMAN_DECISION',
    ]);
  });
});

const EDGE = `{ when: low <= MAJ, is: '"overlap"' }
        - { when: low > MAJ, is: '"above"' }`;

/** Slips that somebody could make in the protocol; the two properties above must see each of them. */
const FAULTS: readonly (readonly [what: string, right: string, wrong: string])[] = [
  [
    'papers that are contested or unknown count as set aside',
    '((papers = "absent" and implausible = "yes") or papers = "set_aside")',
    'papers != "valid"',
  ],
  ['exactly 18 counts as above', EDGE, EDGE.replace('<=', '<').replace('> MAJ', '>= MAJ')],
  ['the margin has no floor', 'max(margin, FLOOR)', 'margin'],
  ['a range without a margin has none', 'is: FLOOR', 'is: "0"'],
  ['the delay is forgotten', 'is: low_by_point - delay', 'is: low_by_point'],
  [
    'the higher of two figures is taken',
    'min(low_by_range, low_by_point)',
    'max(low_by_range, low_by_point)',
  ],
  ['a banned exam counts', 'and pubertal = "no"', ''],
  ['an agreement taken back still counts', 'and withdrawn = "no"', ''],
  ['an assessment of the same day comes before', 'assessed_on < ordered_on', 'assessed_on <= ordered_on'],
  ['one assessor is enough', 'ASSESSORS: { value: 2', 'ASSESSORS: { value: 1'],
  ['an element towards minor is overlooked', '>= ELEMENTS and no_element_toward_minor', '>= ELEMENTS'],
  ['dependent elements count', 'direction = "adult" and independent = "yes")', 'direction = "adult")'],
  [
    'an open remedy leaves the doors open',
    'doubt_needed = "yes" and no_judicial_decision',
    'doubt_needed = "yes"',
  ],
  [
    'the earliest birth date is taken',
    'months_between(latest(papers_birth), first',
    'months_between(papers_birth, first',
  ],
  ['one sign is overlooked', 'all(trafficking_signs, "no")', 'trafficking_signs.debt = "no"'],
  [
    'minor papers since the decision are not asked',
    'last_final = "adult" and minor_papers_since = "no"',
    'last_final = "adult"',
  ],
];

const FORGETTING_FAULTS: readonly (readonly [what: string, right: string, wrong: string])[] = [
  [
    'silence counts as not contesting',
    'and contests = "no"',
    'and not(answer(contests) = "given" and contests = "yes")',
  ],
  [
    'silence counts as "none since"',
    'last_final = "adult" and minor_papers_since = "no"',
    'last_final = "adult" and not(answer(minor_papers_since) = "given" and minor_papers_since = "yes")',
  ],
];

/** Always the same children, so that a fault once seen is always seen. */
const SEARCH = { numRuns: 20_000, seed: 20_250_210, endOnFailure: true };

describe('a planted fault', () => {
  it.each(FAULTS)('is seen by the second reading: %s', (_, right, wrong) => {
    expect(fc.check(agrees(withFault(right, wrong)), SEARCH).failed).toBe(true);
  });

  it.each(FORGETTING_FAULTS)('is seen by forgetting: %s', (_, right, wrong) => {
    expect(fc.check(forgettingOneNeverHarms(withFault(right, wrong)), SEARCH).failed).toBe(true);
  });
});

function withFault(right: string, wrong: string): AgeTrial {
  const path = 'age-doubt/1.0.0/protocol.yaml';
  const text = files[path] ?? '';
  if (!text.includes(right)) throw new Error(`The protocol no longer says: ${right}`);
  return new AgeTrial({ ...files, [path]: text.replaceAll(right, wrong) });
}

function pick<T>(list: readonly T[], at: number): T | undefined {
  return list[at % Math.max(1, list.length)];
}
