import { assert, constantFrom, integer, property } from 'fast-check';
import { nameOf } from './fictional-names';
import {
  LEAST_CASES,
  LOAD_TEAMS,
  LOAD_WORKERS,
  MOST_CASES,
  MOST_SEED,
  planCase,
  planLoad,
} from './plan-load';

const STORIES = [
  { id: 'a', acts: 1, awaiting: [] },
  { id: 'b', acts: 12, awaiting: [3, 9] },
  { id: 'c', acts: 30, awaiting: [] },
];
const seeds = integer({ min: 0, max: MOST_SEED });
const counts = integer({ min: LEAST_CASES, max: 400 });

describe('a plan of cases', () => {
  it('is the same for the same seed, and the beginning of a longer one', () => {
    assert(
      property(seeds, counts, (seed, count) => {
        const plan = planLoad(seed, count, STORIES);
        expect(planLoad(seed, count, STORIES)).toEqual(plan);
        expect(planLoad(seed, LEAST_CASES, STORIES)).toEqual(plan.slice(0, LEAST_CASES));
      }),
      { numRuns: 30 },
    );
  });

  it('is another for another seed', () => {
    assert(
      property(seeds, seeds, (one, other) => {
        if (one === other) return;
        expect(planLoad(one, LEAST_CASES, STORIES)).not.toEqual(planLoad(other, LEAST_CASES, STORIES));
      }),
      { numRuns: 30 },
    );
  });

  it('has children, who are called nobody’s name twice, and acts that their stories have', () => {
    assert(
      property(seeds, counts, (seed, count) => {
        const plan = planLoad(seed, count, STORIES);
        expect(plan).toHaveLength(count);
        expect(new Set(plan.map(({ name }) => name)).size).toBe(count);
        for (const { ageInMonths, story, acts, quietDays, team, worker } of plan) {
          expect(ageInMonths).toBeGreaterThanOrEqual(9 * 12);
          expect(ageInMonths).toBeLessThan(18 * 12);
          expect(acts).toBeGreaterThanOrEqual(1);
          expect(acts).toBeLessThanOrEqual(STORIES.find(({ id }) => id === story)?.acts ?? 0);
          expect(quietDays).toBeGreaterThanOrEqual(0);
          expect(quietDays).toBeLessThanOrEqual(120);
          expect([team >= 0 && team < LOAD_TEAMS, worker >= 0 && worker < LOAD_WORKERS]).toEqual([
            true,
            true,
          ]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('has every team, every story, doubt about the age, and some who wait for a second person', () => {
    assert(
      property(seeds, (seed) => {
        const plan = planLoad(seed, 400, STORIES);
        expect(new Set(plan.map(({ team }) => team)).size).toBe(LOAD_TEAMS);
        expect(new Set(plan.map(({ story }) => story)).size).toBe(STORIES.length);
        const of = (birth: string): number => plan.filter((it) => it.birth === birth).length;
        for (const birth of ['month', 'about', 'not-known']) expect(of(birth)).toBeGreaterThan(40);
        expect(
          plan.filter(({ story, acts }) => story === 'b' && (acts === 3 || acts === 9)).length,
        ).toBeGreaterThan(5);
        expect(plan.filter(({ quietDays }) => quietDays > 30).length).toBeGreaterThan(5);
      }),
      { numRuns: 20 },
    );
  });

  it('names ten thousand children of one series differently', () => {
    for (const seed of [0, 1, 7, 100, MOST_SEED]) {
      const names = Array.from({ length: MOST_CASES }, (_, place) => nameOf(seed, place));
      expect(new Set(names).size).toBe(MOST_CASES);
      expect(names.every((name) => /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.test(name))).toBe(true);
    }
  });

  it.each([49, 10_001, 50.5, Number.NaN, -50, Infinity])('refuses a count of %s', (count) => {
    expect(() => planLoad(1, count, STORIES)).toThrow(RangeError);
  });

  it('needs a story', () => {
    assert(
      property(seeds, constantFrom(0, 1, 9_999), (seed, place) => {
        expect(() => planCase(seed, place, [])).toThrow('a load needs a story');
      }),
      { numRuns: 5 },
    );
  });
});
