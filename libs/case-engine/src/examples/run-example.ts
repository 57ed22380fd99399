import type { Territory } from '@repere/feel';
import type { Example } from '@repere/protocol';
import { Scenario } from './scenario';
import type { ProtocolSet } from '../compile/protocol-set';
import { beginScenario, playLines, timeOf } from './play-lines';

/**
 * Tells a worked example against the compiled protocols; gives where history and expectation part, in words, each with the
 * line it is about. Empty: all is as expected. Never throws on what a story says. Its protocols must be in the set.
 */
export function runExample(set: ProtocolSet, example: Example, territory: Territory): readonly string[] {
  const scenario = beginScenario(set, example, territory);
  if (!(scenario instanceof Scenario)) return scenario;
  return [...playLines(scenario)].flatMap(({ place, line, problems }) =>
    problems.map((problem) =>
      place === null ? `expect: ${problem}` : `do[${place}] ${timeOf(line) ?? ''}: ${problem}`,
    ),
  );
}
