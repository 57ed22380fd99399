import { type Territory, TooMuchWorkError } from '@repere/feel';
import type { Reason } from '../contract';
import type { Example, ExampleExpectation, ExampleLine } from '@repere/protocol';
import { commandOf } from './example-command';
import { checkExpectation, reasonMentions, sayReasons } from './example-expectation';
import { Story } from './example-story';
import { storyTime } from './example-values';
import type { ProtocolSet } from '../compile/protocol-set';

/** One line of a worked example that was just told; the story stands where it leads. */
export interface ToldLine {
  /** Place in `do`; `null`: how it ends. */
  readonly place: number | null;
  readonly line: ExampleLine;
  /** What the engine said against its act. */
  readonly refused: readonly Reason[];
  /** Where history and what the line says part, in words. */
  readonly problems: readonly string[];
}

/** The story at its beginning, before the first line; what is wrong with it, in words, if it can't be told. */
export function beginStory(
  set: ProtocolSet,
  example: Example,
  territory: Territory,
): Story | readonly string[] {
  const missing = Object.entries(example.versions)
    .filter(([id, version]) => id !== 'facts' && !set.protocols.get(id)?.has(String(version)))
    .map(([id, version]) => `versions: there is no ${id}@${version}`);
  if (missing.length > 0) return missing;
  const lines = example.do ?? [];
  const first = [...lines.map(timeOf), example.expect?.at].find((it) => it !== undefined);
  const start = first === undefined ? 'no line has a time' : storyTime(first, territory.zone);
  return typeof start === 'string' ? [start] : new Story(set, example, territory, start.from);
}

/** Tells it line by line; whoever asks for the next looks at the story in between. Never throws on what a story says. */
export function* tellExample(story: Story): Generator<ToldLine> {
  const { do: lines = [], expect } = story.example;
  for (const [place, line] of lines.entries()) yield { place, line, ...tellLine(story, line) };
  if (expect) yield { place: null, line: { expect }, ...tellLine(story, { expect }) };
}

/** The time of a line: its own, else that of what it expects. */
export function timeOf(line: ExampleLine): string | undefined {
  return line.at ?? line.expect?.at;
}

type Told = Pick<ToldLine, 'refused' | 'problems'>;

function tellLine(story: Story, line: ExampleLine): Told {
  try {
    return tellWithinBudget(story, line);
  } catch (error) {
    if (error instanceof TooMuchWorkError) return wrong(error.reason.en);
    throw error;
  }
}

function tellWithinBudget(story: Story, line: ExampleLine): Told {
  const told = timeOf(line);
  if (told !== undefined) {
    const at = storyTime(told, story.territory.zone);
    if (typeof at === 'string') return wrong(at);
    if (at.from < story.now) return wrong(`${told} is before the line above`);
    story.advance(at.from);
  }
  const { expect, ...deed } = line;
  const isDeed = Object.keys(deed).some((key) => key !== 'at');
  const { refused, problems } = isDeed ? tellDeed(story, deed) : NOTHING;
  return { refused, problems: [...problems, ...unmet(story, expect)] };
}

const NOTHING: Told = { refused: [], problems: [] };
const wrong = (problem: string): Told => ({ refused: [], problems: [problem] });
const unmet = (story: Story, expected: ExampleExpectation | undefined): readonly string[] =>
  expected ? checkExpectation(story, expected) : [];

/** Of a line that a mended protocol may refuse. */
const PERHAPS = 'perhaps';

function tellDeed(story: Story, line: ExampleLine): Told {
  const asked = commandOf(story, line);
  const { refused } = line;
  if (typeof asked === 'string') return refused === PERHAPS ? NOTHING : wrong(asked);
  const decision = story.decide(asked.command, asked.actor);
  const isWanted = refused === undefined || refused === false;
  if (decision.ok) {
    if (!isWanted && refused !== PERHAPS) return wrong('should be refused');
    story.apply(decision.entries);
    return NOTHING;
  }
  const { reasons } = decision;
  if (isWanted) return { refused: reasons, problems: [`refused: ${sayReasons(reasons)}`] };
  const wanted = refused === true || refused === PERHAPS ? [] : [refused].flat();
  return {
    refused: reasons,
    problems: wanted
      .filter((because) => !reasons.some((it) => reasonMentions(it, because)))
      .map((because) => `should be refused because of ${because}, not: ${sayReasons(reasons)}`),
  };
}
