import type { Territory } from '../time/contract';
import { commandOf } from './example-command';
import type { Example, ExampleLine } from './example';
import { checkExpectation, reasonMentions, sayReasons } from './example-expectation';
import { Story } from './example-story';
import { storyTime } from './example-values';
import type { ProtocolSet } from './protocol-set';

/**
 * Tells a worked example against the compiled protocols; gives where history and expectation part, in words, each with the
 * line it is about. Empty: all is as expected. Never throws on what a story says. Its protocols must be in the set.
 */
export function runExample(set: ProtocolSet, example: Example, territory: Territory): readonly string[] {
  const missing = Object.entries(example.versions)
    .filter(([id, version]) => id !== 'facts' && !set.protocols.get(id)?.has(String(version)))
    .map(([id, version]) => `versions: there is no ${id}@${version}`);
  if (missing.length > 0) return missing;
  const lines = example.do ?? [];
  const first = [...lines.map(timeOf), example.expect?.at].find((it) => it !== undefined);
  const start = first === undefined ? 'no line has a time' : storyTime(first, territory.zone);
  if (typeof start === 'string') return [start];

  const problems: string[] = [];
  const story = new Story(set, example, territory, start.from);
  lines.forEach((line, place) => {
    for (const problem of tellLine(story, line))
      problems.push(`do[${place}] ${timeOf(line) ?? ''}: ${problem}`);
  });
  if (example.expect) {
    for (const problem of tellLine(story, { expect: example.expect })) problems.push(`expect: ${problem}`);
  }
  return problems;
}

function timeOf(line: ExampleLine): string | undefined {
  return line.at ?? line.expect?.at;
}

function tellLine(story: Story, line: ExampleLine): readonly string[] {
  const told = timeOf(line);
  if (told !== undefined) {
    const at = storyTime(told, story.territory.zone);
    if (typeof at === 'string') return [at];
    if (at.from < story.now) return [`${told} is before the line above`];
    story.advance(at.from);
  }
  const { expect, ...deed } = line;
  const isDeed = Object.keys(deed).some((key) => key !== 'at');
  return [...(isDeed ? tellDeed(story, deed) : []), ...(expect ? checkExpectation(story, expect) : [])];
}

/** Of a line that a mended protocol may refuse. */
const PERHAPS = 'perhaps';

function tellDeed(story: Story, line: ExampleLine): readonly string[] {
  const asked = commandOf(story, line);
  const { refused } = line;
  if (typeof asked === 'string') return refused === PERHAPS ? [] : [asked];
  const decision = story.decide(asked.command, asked.actor);
  if (refused === PERHAPS) {
    if (decision.ok) story.apply(decision.entries);
    return [];
  }
  if (refused === undefined || refused === false) {
    if (!decision.ok) return [`refused: ${sayReasons(decision.reasons)}`];
    story.apply(decision.entries);
    return [];
  }
  if (decision.ok) return ['should be refused'];
  const wanted = refused === true ? [] : [refused].flat();
  return wanted
    .filter((because) => !decision.reasons.some((it) => reasonMentions(it, because)))
    .map((because) => `should be refused because of ${because}, not: ${sayReasons(decision.reasons)}`);
}
