import type { ProtocolSet } from '@repere/case-engine';
import type { Territory } from '@repere/feel';
import type { ExampleLine, TrainingScenario } from '@repere/protocol';
import { timeIn } from '../practice/begin-practice';
import { nameOfLine } from '../practice/name-of-line';
import { Practice } from '../practice/practice';
import { listActs, type StepAct } from './list-acts';

/** What the model run does to the end of the story, not scored, in both languages; what the world brought in is not the model's. */
export function listModelActs(
  set: ProtocolSet,
  scenario: TrainingScenario,
  territory: Territory,
): readonly StepAct[] {
  const english = playModel(set, { ...scenario, model: inEnglish(scenario) }, territory);
  return playModel(set, scenario, territory).map((act, place) => ({
    ...act,
    said: act.said.map(({ fr }, nth) => ({ fr, en: english[place]?.said[nth]?.en ?? fr })),
  }));
}

function playModel(set: ProtocolSet, scenario: TrainingScenario, territory: Territory): readonly StepAct[] {
  const practice = new Practice(set, scenario, territory);
  for (const { expect: _, refused: _refused, ...act } of scenario.model)
    if (nameOfLine(act) !== null) practice.perform({ kind: 'line', line: act });
  practice.perform({ kind: 'wait', until: timeIn(territory, scenario.ends) });
  const { runs, journal, moments } = practice;
  const others = moments.flatMap(({ arrived, journal: until }, place) =>
    arrived.length === 0 ? [] : journal.slice(moments[place - 1]?.journal ?? 0, until).map(({ id }) => id),
  );
  return listActs({ set, runs, journal, from: timeIn(territory, scenario.begins), others: new Set(others) });
}

/** The same lines with what is said in them in English, as far as the scenario has it. */
const inEnglish = ({ model, english = {} }: TrainingScenario): readonly ExampleLine[] =>
  JSON.parse(JSON.stringify(model), (_, value: unknown) =>
    typeof value === 'string' && Object.hasOwn(english, value) ? english[value] : value,
  ) as ExampleLine[];
