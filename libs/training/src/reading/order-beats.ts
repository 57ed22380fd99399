import { later, parseWithin, type Territory } from '@repere/feel';
import type { ScenarioBeat, TrainingScenario } from '@repere/protocol';
import { timeIn } from '../practice/begin-practice';

/** What is told or brought in, with the place that it has in the story on paper. */
export interface PlacedBeat {
  readonly beat: ScenarioBeat;
  /** An inject: the world brings it in. */
  readonly isInject: boolean;
  /** Epoch ms, counted by the scenario's own times; `null`: it comes once a condition holds, whenever that is. */
  readonly at: number | null;
}

/**
 * Beats and injects of a scenario in the order in which whoever leads reads them out without the tool: by time, beats before injects of the
 * same moment, what waits for a condition at the end. An inject that comes *unless* something holds has its time.
 */
export function orderBeats(scenario: TrainingScenario, territory: Territory): readonly PlacedBeat[] {
  const { beats, injects = [] } = scenario;
  const known = new Map([...beats, ...injects].map((beat) => [beat.id, beat] as const));
  const begins = timeIn(territory, scenario.begins);
  const timeOf = (
    { id, at, after, follows, when }: ScenarioBeat,
    before: readonly string[],
  ): number | null => {
    if (when !== undefined || before.includes(id)) return null;
    if (at !== undefined) return timeIn(territory, at);
    const first = follows === undefined ? undefined : known.get(follows);
    const from = first ? timeOf(first, [...before, id]) : begins;
    const period = after === undefined ? undefined : parseWithin(after);
    return from !== null && period ? later(from, period, territory) : from;
  };
  const placed = [
    ...beats.map((beat) => ({ beat, isInject: false, at: timeOf(beat, []) })),
    ...injects.map((beat) => ({ beat, isInject: true, at: timeOf(beat, []) })),
  ];
  const [timed, waiting] = [placed.filter(({ at }) => at !== null), placed.filter(({ at }) => at === null)];
  return [...timed.sort((a, b) => (a.at ?? 0) - (b.at ?? 0)), ...waiting];
}
