import { text } from '@repere/feel';
import type { ExampleExpectation, TrainingScenario } from '@repere/protocol';
import { linesOf } from './lines-of';
import type { ScenarioProblems } from './scenario-problem';

/** What one expectation may say: it is looked at after every moment of a journal. Those that came with the product say three. */
const MOST_SAID = 20;
/** Looks into the past, of the whole scenario: each tells the whole journal again. */
const MOST_PASTS = 20;

/** How much a scenario asks for, so that counting its score is no work without end. */
export function checkAmounts(scenario: TrainingScenario, problems: ScenarioProblems): void {
  let pasts = 0;
  for (const { expected, path } of expectationsOf(scenario)) {
    const said = countSaid(expected);
    if (said > MOST_SAID)
      problems.addProblem(
        path,
        'expects-too-much',
        text(
          `Cette attente dit ${said} choses ; elle en dit ${MOST_SAID} au plus.`,
          `This expectation says ${said} things; it says ${MOST_SAID} at most.`,
        ),
        text('Retirez-en, ou faites-en plusieurs attentes.', 'Leave some out, or make several of it.'),
      );
    const before = pasts;
    pasts += Object.keys(expected.known_as_of ?? {}).length;
    if (before <= MOST_PASTS && pasts > MOST_PASTS)
      problems.addProblem(
        path,
        'too-many-pasts',
        text(
          `\`known_as_of\` nomme plus de ${MOST_PASTS} moments dans ce cas.`,
          `\`known_as_of\` names more than ${MOST_PASTS} moments in this scenario.`,
        ),
        text('Gardez les moments qui comptent.', 'Keep the moments that matter.'),
      );
  }
}

interface PlacedExpectation {
  readonly expected: ExampleExpectation;
  readonly path: readonly (string | number)[];
}

function expectationsOf(scenario: TrainingScenario): readonly PlacedExpectation[] {
  const ofLines = linesOf(scenario).map(({ line: { expect }, path }) => ({ said: [expect], path }));
  const own = scenario.expectations.map(({ expect, always }, place) => ({
    said: [expect, always],
    path: ['expectations', place],
  }));
  return [...own, ...ofLines].flatMap(({ said, path }) =>
    said.filter((expected) => expected !== undefined).map((expected) => ({ expected, path })),
  );
}

/** Each name, step, attempt counts one, of `known_as_of` each step of each moment. */
function countSaid(expected: ExampleExpectation): number {
  const { known_as_of: pasts = {}, ...rest } = expected;
  return [...Object.values(rest), ...Object.values(pasts)].reduce((sum, it) => sum + sizeOf(it), 0);
}

const sizeOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? Math.max(1, Object.keys(value).length) : 1;
