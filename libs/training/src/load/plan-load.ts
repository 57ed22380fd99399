import { draw, drawBetween, drawOne } from './draw';
import { nameOf } from './fictional-names';

/** How many cases a load has. */
export const LEAST_CASES = 50;
export const MOST_CASES = 10_000;
/** What a page offers; more is asked for from a command line. */
export const LOAD_SIZES = [50, 200, 1_000] as const;
/** A number of a series: whoever has it gets the same children. */
export const MOST_SEED = 999_999_999;

/** A story as a plan needs it. */
export interface StoryOutline {
  /** Unique among the stories. */
  readonly id: string;
  /** How many acts it has. */
  readonly acts: number;
  /** How many acts were done when a second person is next, of each such moment. */
  readonly awaiting: readonly number[];
}

/** What is known of a fictional child’s birth: not each has papers. */
export const BIRTHS = ['month', 'about', 'not-known'] as const;

/** A fictional case, by its place in a series. Days count back from the clock of the space. */
export interface PlannedCase {
  readonly place: number;
  readonly name: string;
  /** At the clock of the space: a child, whatever is drawn. */
  readonly ageInMonths: number;
  readonly birth: (typeof BIRTHS)[number];
  readonly gender: 'girl' | 'boy' | 'unknown';
  readonly story: string;
  /** How many of the story’s acts were done. */
  readonly acts: number;
  /** Since the last of them. */
  readonly quietDays: number;
  /** Which of a few teams, the space’s own being 0; and which of its workers. */
  readonly team: number;
  readonly worker: number;
}

/** The space’s own team has most of the cases; the others are other territories. */
const TEAMS = [
  [0, 55],
  [1, 15],
  [2, 15],
  [3, 15],
] as const;
export const LOAD_TEAMS = TEAMS.length;
export const LOAD_WORKERS = 4;

const YOUNGEST_MONTHS = 9 * 12;
/** A month before eighteen, which a case that is looked at for some weeks may reach by its clock, not by its plan. */
const OLDEST_MONTHS = 18 * 12 - 2;

/** Case number `place`, from 0, of the series `seed`. The stories are those of the protocols, in a fixed order. */
export function planCase(seed: number, place: number, stories: readonly StoryOutline[]): PlannedCase {
  const of = (what: string): readonly [number, number, string] => [seed, place, what];
  const story = stories[drawBetween(0, stories.length - 1, ...of('story'))];
  if (!story) throw new RangeError('a load needs a story');
  return {
    place,
    name: nameOf(seed, place),
    // Of two draws the larger: most of those whom these services meet are fourteen or older.
    ageInMonths: Math.max(
      drawBetween(YOUNGEST_MONTHS, OLDEST_MONTHS, ...of('age')),
      drawBetween(YOUNGEST_MONTHS, OLDEST_MONTHS, ...of('age again')),
    ),
    birth: drawOne(
      [
        ['month', 45],
        ['about', 30],
        ['not-known', 25],
      ] as const,
      ...of('birth'),
    ),
    gender: drawOne(
      [
        ['girl', 50],
        ['boy', 40],
        ['unknown', 10],
      ] as const,
      ...of('gender'),
    ),
    story: story.id,
    acts: actsDone(story, of),
    quietDays: quietDays(of),
    team: drawOne(TEAMS, ...of('team')),
    worker: drawBetween(0, LOAD_WORKERS - 1, ...of('worker')),
  };
}

/** The same series: the first fifty of a thousand are the fifty. Throws where the count or the seed is none. */
export function planLoad(
  seed: number,
  count: number,
  stories: readonly StoryOutline[],
): readonly PlannedCase[] {
  if (!Number.isInteger(count) || count < LEAST_CASES || count > MOST_CASES)
    throw new RangeError(`a load has ${String(LEAST_CASES)} to ${String(MOST_CASES)} cases`);
  return Array.from({ length: count }, (_, place) => planCase(seed, place, stories));
}

/** Some have come to the end of what is told, some wait for a second person, most are somewhere on the way. */
function actsDone(
  { acts, awaiting }: StoryOutline,
  of: (what: string) => readonly [number, number, string],
): number {
  const kind = drawOne(
    [
      ['end', 25],
      ['awaiting', 15],
      ['on-the-way', 60],
    ] as const,
    ...of('acts'),
  );
  const [first] = awaiting;
  if (kind === 'awaiting' && first !== undefined)
    return awaiting[drawBetween(0, awaiting.length - 1, ...of('whose turn'))] ?? first;
  return kind === 'end' ? acts : drawBetween(1, acts, ...of('how far'));
}

/** Most were worked on lately; one in ten has been left for months, and is late. */
function quietDays(of: (what: string) => readonly [number, number, string]): number {
  const most = drawOne(
    [
      [1, 45],
      [6, 30],
      [30, 17],
      [120, 8],
    ] as const,
    ...of('quiet for'),
  );
  return Math.floor(draw(...of('quiet days')) * (most + 1));
}
