import type { JournalEntry } from '@repere/case-engine';
import { PARIS, scenarioWith, SHELTER } from '../testing/fake-shelter-scenario';
import { timeIn } from './begin-practice';
import { type FollowedStory, followStory, type StoryPlace } from './follow-story';
import { nextModelLine } from './model-run';
import { Practice } from './practice';

const at = (told: string) => timeIn(PARIS, told);
const begin = () => new Practice(SHELTER, scenarioWith(), PARIS);
const model = (practice: Practice, times = 1) => {
  for (let i = 0; i < times; i++) {
    const next = nextModelLine(practice);
    if (next) practice.perform({ kind: 'line', line: next.line, model: next.place });
  }
};
const follow = (journal: readonly JournalEntry[], now: number, from: StoryPlace): FollowedStory =>
  followStory({ set: SHELTER, scenario: scenarioWith(), territory: PARIS, journal, now }, from);
const cameIn = ({ memory }: StoryPlace) => memory.came.map(({ id }) => id);
/** As somebody follows it who looks once, at the end. */
function followWhole({ journal, now }: Practice): StoryPlace {
  let place: FollowedStory = begin().place;
  for (;;) {
    const next = follow(journal, now, place);
    if (next.memory.came.length === place.memory.came.length) return next;
    place = next;
  }
}

describe('a story that is followed along a journal', () => {
  it('goes on where practising stood, and nothing comes twice', () => {
    const practice = begin();
    const { place } = practice;
    expect(cameIn(place)).toEqual(['evening']);
    const again = follow(practice.journal, practice.now, place);
    expect(again).toEqual(place);
    expect(again.nextAt).toBe(at('2025-03-04T09:00'));
    expect(again.watchesCase).toBe(true);
  });

  it('has what practising has at its end, whatever was done, looked at once or after each act', () => {
    const runs: ((practice: Practice) => void)[] = [
      (it) => it.perform({ kind: 'wait', until: at('2025-03-04T12:00') }),
      (it) => {
        model(it);
        it.perform({ kind: 'wait', until: at('2025-03-04T12:00') });
      },
      (it) => {
        model(it, 3);
        it.perform({ kind: 'wait', until: at('2025-03-03T15:00') });
        it.perform({ kind: 'wait', until: at('2025-03-05T15:00') });
      },
    ];
    for (const run of runs) {
      const practice = begin();
      run(practice);
      const step = practice.moments.reduce<StoryPlace>(
        (place, moment) => follow(practice.journal.slice(0, moment.journal), moment.at, place),
        begin().place,
      );
      expect(step.memory).toEqual(practice.place.memory);
      expect(followWhole(practice).memory).toEqual(practice.place.memory);
    }
  });

  it('comes at its moment however late one looks, by what the journal had then', () => {
    const practice = begin();
    practice.perform({ kind: 'wait', until: at('2025-03-04T10:00') });
    model(practice);
    // Assessed an hour too late: the call came all the same.
    const { memory } = followWhole(practice);
    expect(memory.came).toContainEqual({ id: 'nobody-assessed', at: at('2025-03-04T09:00') });
  });

  it('stops at an event by which others do something, and goes on from there once that is recorded', () => {
    const practice = begin();
    model(practice, 3);
    practice.perform({ kind: 'wait', until: at('2025-03-03T15:00') });
    const done = practice.journal.at(-1);
    expect(done).toMatchObject({ step: 'judge' });
    const before = practice.journal.slice(0, -1);
    let place: FollowedStory = begin().place;
    place = follow(before, practice.now, place);
    expect(cameIn(place)).toEqual(['evening', 'found', 'judge-told']);
    expect(place.at).toBeLessThanOrEqual(practice.now);
    expect(follow(practice.journal, practice.now, place).memory).toEqual(practice.place.memory);
  });

  it('drops for good what was kept away', () => {
    const practice = begin();
    model(practice);
    practice.perform({ kind: 'wait', until: at('2025-03-04T12:00') });
    const { memory } = followWhole(practice);
    expect([...memory.awaited, ...memory.came].map(({ id }) => id)).not.toContain('nobody-assessed');
  });
});
