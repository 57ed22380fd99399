import type { TrainingScenario } from '@repere/protocol';
import { compareRuns, listModelActs, type LostPoint, type StepAct, timeIn } from '@repere/training';
import type { ActBesideDto } from './beside.dto';
import type { ScoredCase } from '../scored-case';
import { shortenSaid } from '../shorten-said';

/** Of a longer run the rest is in the case itself. */
const MOST_ACTS = 500;

/** What a class did of the story’s case, beside the model run of its scenario. */
export function showBeside(
  { set, territory, runs, journal, names }: ScoredCase,
  scenario: TrainingScenario,
  lost: readonly LostPoint[],
): readonly ActBesideDto[] {
  const from = timeIn(territory, scenario.begins);
  const group = { set, runs, journal, from, others: new Set<string>() };
  return compareRuns(listModelActs(set, scenario, territory), group, lost, scenario)
    .slice(0, MOST_ACTS)
    .map(({ model, group: done, ...act }) => ({
      ...act,
      model: model && { ...whatWasDone(model), who: model.who },
      group: done && {
        ...whatWasDone(done),
        ...shortenSaid(done.said),
        ...{ who: names.get(done.enteredBy) ?? null, runId: done.runId, step: done.step },
      },
    }));
}

const whatWasDone = ({ at, what, said }: StepAct) => ({ at: new Date(at).toISOString(), what, said });
