import { type ProtocolSet, Scenario, scenarioTime } from '@repere/case-engine';
import type { Territory } from '@repere/feel';
import type { Example, TrainingScenario } from '@repere/protocol';
import type { JournalEntry } from '@repere/case-engine';

/** A scenario as the engine tells it: a worked example whose lines come one by one. */
export const exampleOf = (scenario: TrainingScenario): Example => ({
  story: scenario.summary,
  versions: scenario.versions,
  territory: scenario.territory,
  ...(scenario.start && { start: scenario.start }),
  ...(scenario.in_charge && { in_charge: scenario.in_charge }),
  ...(scenario.given && { given: scenario.given }),
});

/** A moment that a scenario names, epoch ms. Throws on what the checker refuses. */
export function timeIn(territory: Territory, told: string): number {
  const time = scenarioTime(told, territory.zone);
  if (typeof time === 'string') throw new RangeError(time);
  return time.from;
}

/** The story at its beginning: before the first line of `before`, else when the learner comes in. */
export function beginPractice(set: ProtocolSet, scenario: TrainingScenario, territory: Territory): Scenario {
  const first = scenario.before?.[0]?.at ?? scenario.begins;
  return new Scenario(set, exampleOf(scenario), territory, timeIn(territory, first));
}

/** The story as this journal tells it. */
export function replayPractice(
  set: ProtocolSet,
  scenario: TrainingScenario,
  territory: Territory,
  now: number,
  journal: readonly JournalEntry[],
): Scenario {
  return new Scenario(set, exampleOf(scenario), territory, now, journal);
}
