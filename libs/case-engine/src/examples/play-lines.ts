import { type Territory, TooMuchWorkError } from '@repere/feel';
import type { Reason } from '../journal/engine-types';
import { type Example, type ExampleExpectation, type ExampleLine, namedVersions } from '@repere/protocol';
import { commandOf } from './example-command';
import { checkExpectation, reasonMentions, formatReasons } from './example-expectation';
import { Scenario } from './scenario';
import { scenarioTime } from './example-values';
import type { ProtocolSet } from '../compile/protocol-set';

/** One line of a worked example that was just told; the story stands where it leads. */
export interface PlayedLine {
  /** Place in `do`; `null`: how it ends. */
  readonly place: number | null;
  readonly line: ExampleLine;
  /** What the engine said against its act. */
  readonly refused: readonly Reason[];
  /** Where history and what the line says part, in words. */
  readonly problems: readonly string[];
}

/** The story at its beginning, before the first line; what is wrong with it, in words, if it can't be told. */
export function beginScenario(
  set: ProtocolSet,
  example: Example,
  territory: Territory,
): Scenario | readonly string[] {
  const missing = namedVersions(example)
    .filter(([id, version]) => !set.protocols.get(id)?.has(version))
    .map(([id, version]) => `versions: there is no ${id}@${version}`);
  if (missing.length > 0) return missing;
  const lines = example.do ?? [];
  const first = [...lines.map(timeOf), example.expect?.at].find((it) => it !== undefined);
  const start = first === undefined ? 'no line has a time' : scenarioTime(first, territory.zone);
  return typeof start === 'string' ? [start] : new Scenario(set, example, territory, start.from);
}

/** Tells it line by line; whoever asks for the next looks at the story in between. Never throws on what a story says. */
export function* playLines(scenario: Scenario): Generator<PlayedLine> {
  const { do: lines = [], expect } = scenario.example;
  for (const [place, line] of lines.entries()) yield { place, line, ...playLine(scenario, line) };
  if (expect) yield { place: null, line: { expect }, ...playLine(scenario, { expect }) };
}

/** The time of a line: its own, else that of what it expects. */
export function timeOf(line: ExampleLine): string | undefined {
  return line.at ?? line.expect?.at;
}

type LineResult = Pick<PlayedLine, 'refused' | 'problems'>;

function playLine(scenario: Scenario, line: ExampleLine): LineResult {
  try {
    return playWithinBudget(scenario, line);
  } catch (error) {
    if (error instanceof TooMuchWorkError) return wrong(error.reason.en);
    throw error;
  }
}

function playWithinBudget(scenario: Scenario, line: ExampleLine): LineResult {
  const told = timeOf(line);
  if (told !== undefined) {
    const at = scenarioTime(told, scenario.territory.zone);
    if (typeof at === 'string') return wrong(at);
    if (at.from < scenario.now) return wrong(`${told} is before the line above`);
    scenario.advance(at.from);
  }
  const { expect, ...act } = line;
  const isAct = Object.keys(act).some((key) => key !== 'at');
  const { refused, problems } = isAct ? playAct(scenario, act) : NOTHING;
  return { refused, problems: [...problems, ...unmet(scenario, expect)] };
}

const NOTHING: LineResult = { refused: [], problems: [] };
const wrong = (problem: string): LineResult => ({ refused: [], problems: [problem] });
const unmet = (scenario: Scenario, expected: ExampleExpectation | undefined): readonly string[] =>
  expected ? checkExpectation(scenario, expected) : [];

/** Of a line that a mended protocol may refuse. */
const PERHAPS = 'perhaps';

function playAct(scenario: Scenario, line: ExampleLine): LineResult {
  const asked = commandOf(scenario, line);
  const { refused } = line;
  if (typeof asked === 'string') return refused === PERHAPS ? NOTHING : wrong(asked);
  const decision = scenario.decide(asked.command, asked.actor);
  const isWanted = refused === undefined || refused === false;
  if (decision.ok) {
    if (!isWanted && refused !== PERHAPS) return wrong('should be refused');
    scenario.apply(decision.entries);
    return NOTHING;
  }
  const { reasons } = decision;
  if (isWanted) return { refused: reasons, problems: [`refused: ${formatReasons(reasons)}`] };
  const wanted = refused === true || refused === PERHAPS ? [] : [refused].flat();
  return {
    refused: reasons,
    problems: wanted
      .filter((because) => !reasons.some((it) => reasonMentions(it, because)))
      .map((because) => `should be refused because of ${because}, not: ${formatReasons(reasons)}`),
  };
}
