import type { ProtocolSet } from '@repere/case-engine';
import { type Example, type ExampleLine, namedVersions, type TrainingScenario } from '@repere/protocol';
import { exampleOf } from '../practice/begin-practice';
import { nameOfLine } from '../practice/name-of-line';
import type { StoryOutline } from './plan-load';
import { dayWritten } from './shift-dates';

/** A worked example, or a scenario, as a case of a load follows it: acts that were done, each with its time. */
export interface LoadStory {
  readonly id: string;
  readonly example: Example;
}

/** `null`: nothing is done in it, or no line says when. */
export function storyOfExample(id: string, example: Example): LoadStory | null {
  return storyOf(id, example, example.do ?? []);
}

/** What came before the learner, and the model run. */
export function storyOfScenario(scenario: TrainingScenario): LoadStory | null {
  return storyOf(`scenario ${scenario.scenario}`, exampleOf(scenario), [
    ...(scenario.before ?? []),
    // It begins where the learner comes in, if its first line says no time.
    ...scenario.model.map((line, place) => (place === 0 ? { at: scenario.begins, ...line } : line)),
  ]);
}

/** Whether every version that it names is here: what was written for one territory is told where that is published. */
export const canBeTold = ({ example }: LoadStory, { protocols }: Pick<ProtocolSet, 'protocols'>): boolean =>
  namedVersions(example).every(([id, version]) => protocols.get(id)?.has(version) === true);

export const outlineOf = ({ id, example: { do: lines = [] } }: LoadStory): StoryOutline => ({
  id,
  acts: lines.length,
  awaiting: lines.flatMap(({ approve }, place) => (approve !== undefined && place > 0 ? [place] : [])),
});

/** What was tried in vain leaves nothing behind, and what is only looked at neither; its time stands with the act. */
function storyOf(
  id: string,
  { expect: _, ...example }: Example,
  lines: readonly ExampleLine[],
): LoadStory | null {
  const told: ExampleLine[] = [];
  let at: string | undefined;
  for (const { expect, refused, ...line } of lines) {
    at = line.at ?? expect?.at ?? at;
    const isTriedInVain = refused !== undefined && refused !== false;
    if (nameOfLine(line) === null || isTriedInVain) continue;
    if (at === undefined || dayWritten(at) === null) return null;
    told.push({ ...line, at });
  }
  return told.length === 0 ? null : { id, example: { ...example, do: told } };
}
