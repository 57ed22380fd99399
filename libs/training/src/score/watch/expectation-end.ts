import { later, parseWithin, type Territory } from '@repere/feel';
import type { ScenarioExpectation, TrainingScenario } from '@repere/protocol';
import { timeIn } from '../../practice/begin-practice';

/** Until when it counts that an expectation is met, epoch ms; `null`: to the end. */
export function endOfExpectation(
  { begins }: Pick<TrainingScenario, 'begins'>,
  { by, within }: ScenarioExpectation,
  territory: Territory,
): number | null {
  if (by !== undefined) return timeIn(territory, by);
  const period = within === undefined ? undefined : parseWithin(within);
  return period ? later(timeIn(territory, begins), period, territory) : null;
}
