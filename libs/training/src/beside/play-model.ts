import type { ProtocolSet } from '@repere/case-engine';
import type { Territory } from '@repere/feel';
import type { TrainingScenario } from '@repere/protocol';
import { timeIn } from '../practice/begin-practice';
import { nameOfLine } from '../practice/name-of-line';
import { Practice } from '../practice/practice';
import type { ToldRun } from './list-acts';

/** The model run, told to the end of the story and not scored; what the world brought in is not the model's. */
export function playModel(set: ProtocolSet, scenario: TrainingScenario, territory: Territory): ToldRun {
  const practice = new Practice(set, scenario, territory);
  for (const { expect: _, refused: _refused, ...act } of scenario.model)
    if (nameOfLine(act) !== null) practice.perform({ kind: 'line', line: act });
  practice.perform({ kind: 'wait', until: timeIn(territory, scenario.ends) });
  const { runs, journal, moments } = practice;
  const others = moments.flatMap(({ arrived, journal: until }, place) =>
    arrived.length === 0 ? [] : journal.slice(moments[place - 1]?.journal ?? 0, until).map(({ id }) => id),
  );
  return { set, runs, journal, from: timeIn(territory, scenario.begins), others: new Set(others) };
}
