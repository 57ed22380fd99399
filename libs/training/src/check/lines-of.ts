import type { ExampleLine, TrainingScenario } from '@repere/protocol';

/** A line of a scenario, and where it stands. */
export interface PlacedLine {
  readonly line: ExampleLine;
  readonly path: readonly (string | number)[];
}

/** Every line that a scenario has, wherever it is played. */
export const linesOf = (scenario: TrainingScenario): readonly PlacedLine[] => [
  ...(scenario.before ?? []).map((line, place) => ({ line, path: ['before', place] })),
  ...scenario.model.map((line, place) => ({ line, path: ['model', place] })),
  ...(scenario.injects ?? []).flatMap(({ do: does = [] }, place) =>
    does.map((line, nth) => ({ line, path: ['injects', place, 'do', nth] })),
  ),
  ...(scenario.branches ?? []).flatMap(({ do: does }, place) =>
    does.map((line, nth) => ({ line, path: ['branches', place, 'do', nth] })),
  ),
  ...scenario.planted.flatMap(({ with: more = [] }, place) =>
    more.map((line, nth) => ({ line, path: ['planted', place, 'with', nth] })),
  ),
];
