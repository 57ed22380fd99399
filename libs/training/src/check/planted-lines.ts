import type { Territory } from '@repere/feel';
import type { ExampleLine, PlantedRun, TrainingScenario } from '@repere/protocol';
import { nameOfLine } from '../practice/name-of-line';
import { timeIn } from '../practice/begin-practice';

/** The lines of a run with faults: those of the model, some left out, some later, with others besides; in the order of time. */
export function plantedLines(
  scenario: TrainingScenario,
  planted: PlantedRun,
  territory: Territory,
): readonly ExampleLine[] {
  const { without = [], later = {}, with: more = [] } = planted;
  const left = scenario.model.filter((line) => {
    const name = nameOfLine(line);
    // A step that is left out has nothing to be approved.
    const step = line.approve ?? line.return;
    return (
      line.expect === undefined &&
      !without.includes(name ?? '') &&
      !(step !== undefined && without.includes(step))
    );
  });
  const moved = left.map((line): ExampleLine => {
    const at = later[nameOfLine(line) ?? ''];
    return at === undefined ? line : { ...line, at };
  });
  let last = -Infinity;
  return [...moved, ...more]
    .map((line) => {
      if (line.at !== undefined) last = timeIn(territory, line.at);
      return { line, at: last };
    })
    .sort((a, b) => a.at - b.at)
    .map(({ line }) => line);
}
