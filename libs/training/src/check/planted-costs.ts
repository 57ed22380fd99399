import { type ProtocolSet, weightOf } from '@repere/case-engine';
import type { PlantedRun, TrainingScenario } from '@repere/protocol';
import { BREACH_COSTS, type LostPoint, SCORE_PARTS, type ScorePart } from '../score/score-types';
import { ScenarioNames } from './scenario-names';

/**
 * What each key that a planted run names costs, before anything is told: an expectation or a question what the scenario gives for it, a step
 * what it weighs in its protocol. In the order of the keys. Throws for a key of nothing.
 */
export function plantedCosts(
  set: ProtocolSet,
  scenario: TrainingScenario,
  { loses }: PlantedRun,
): readonly Pick<LostPoint, 'key' | 'points'>[] {
  const names = new ScenarioNames(set, scenario);
  return [...loses].sort().map((key) => ({ key, points: costOf(scenario, names, key) }));
}

function costOf(
  { expectations, questions = [] }: TrainingScenario,
  names: ScenarioNames,
  key: string,
): number {
  const [part, id = ''] = key.split(/:(.*)/s);
  const isNamed = (it: { readonly id: string }): boolean => it.id === id;
  const costs: Readonly<Record<ScorePart, () => number | undefined>> = {
    steps: () => {
      const step = names.findStep(id);
      return step ? weightOf(step) : undefined;
    },
    deadlines: () => (names.hasStep(id) ? 1 : undefined),
    'protection-order': () => (names.hasStep(id) ? 1 : undefined),
    expectations: () => pointsOf(expectations.find(isNamed)),
    questions: () => pointsOf(questions.find(isNamed)),
    // How a trainer rates a reason is in no file.
    reasons: () => undefined,
    safeguards: () => BREACH_COSTS,
  };
  const known = SCORE_PARTS.find((it) => it === part);
  const cost = known && costs[known]();
  if (cost === undefined) throw new RangeError(`${key} is no point that can be lost`);
  return cost;
}

const pointsOf = (asked: { readonly points?: number } | undefined): number | undefined =>
  asked && (asked.points ?? 1);
