import { timeIn } from '../practice/begin-practice';
import { Practice } from '../practice/practice';
import { PARIS, scenarioWith, SHELTER } from '../testing/fake-shelter-scenario';
import { scoreOf } from './score-of';
import type { GivenChoice } from './score-types';

const scenario = scenarioWith();
const KEY = 'questions:who-first';

type Given = readonly [string, number, boolean?];

/** `[choice, how many, whether for all]`, one after the other. */
const countedFor = (...given: readonly Given[]) => countedAt(9, true, ...given);

function countedAt(after: number, isOver: boolean, ...given: readonly Given[]) {
  const { set, territory, journal, now, ticks, attempts, ratings } = new Practice(SHELTER, scenario, PARIS);
  const choices = given.map(([choice, times, isForAll = false], place): GivenChoice => ({
    choice,
    times,
    isForAll,
    at: now + place,
  }));
  const answers = new Map([['who-first', choices]]);
  const score = scoreOf({
    ...{ set, scenario, territory, journal, ticks, attempts, ratings, answers },
    ...{ now: now + after, isOver },
  });
  const [lost, met] = [score.lost, score.met].map((points) => points.find(({ key }) => key === KEY));
  return {
    lost: score.lost.find(({ key }) => key === KEY),
    isMet: met !== undefined,
    now,
    open: score.open,
    at: (met ?? lost)?.at,
  };
}

describe('a question that a class was asked', () => {
  it('is right where more than half of those who answered are, at the moment of the last of them', () => {
    const { isMet, at, now } = countedFor(['child', 2], ['paper', 1]);
    expect([isMet, at]).toEqual([true, now + 1]);
  });

  it('is lost where it is not, with why of what most of them said', () => {
    const { isMet, lost } = countedFor(['child', 1], ['paper', 2]);
    expect(isMet).toBe(false);
    expect(lost?.why.en).toBe('No paper is cold at night');
  });

  it('is lost where the class is divided, or nobody answers', () => {
    expect(countedFor(['child', 1], ['paper', 1]).lost?.why.en).toBe('The class is divided.');
    expect(countedFor().lost?.why.en).toBe('No answer.');
  });

  it('is open while nobody answered and the story goes on, and lost once it is over', () => {
    const { lost, isMet, open } = countedAt(9, false);
    expect([lost, isMet]).toEqual([undefined, false]);
    expect(open).toBeGreaterThan(0);
    const later = countedAt(30 * 86_400_000, false);
    expect([later.lost?.at, later.open]).toEqual([timeIn(PARIS, scenario.ends), 0]);
  });

  it('counts what was said for all of them alone', () => {
    expect(countedFor(['child', 1, true], ['paper', 5]).isMet).toBe(true);
    expect(countedFor(['paper', 1, true], ['child', 5]).isMet).toBe(false);
  });

  it('does not count what is none of its choices', () => {
    expect(countedFor(['child', 1], ['none-of-them', 9]).isMet).toBe(true);
  });
});
