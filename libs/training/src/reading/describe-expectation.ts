import { type ProtocolSet, renderExpectation, STATUS_WORDS, stepStatus } from '@repere/case-engine';
import { type Territory, text, type Text } from '@repere/feel';
import {
  type ExampleExpectation,
  periodWords,
  type ScenarioExpectation,
  type TrainingScenario,
} from '@repere/protocol';
import { ScenarioNames } from '../check/scenario-names';
import { beginPractice } from '../practice/begin-practice';
import { describeTime } from './describe-trigger';

/** What a scenario is read with: the versions that it names, and where it happens. */
export interface ReadingGrounds {
  readonly set: ProtocolSet;
  readonly scenario: TrainingScenario;
  readonly territory: Territory;
}

/** How an expectation is looked for, one thing each, in words; its title is told beside. The scenario has passed the checker. */
export function describeExpectation(
  grounds: ReadingGrounds,
  expectation: ScenarioExpectation,
): readonly Text[] {
  const { expect, always, order, ticked, by, within } = expectation;
  const lines = [
    ...(expect ? renderLines(grounds, expect) : []),
    ...(always
      ? renderLines(grounds, always).map(({ fr, en }) =>
          text(`À chaque moment\u00a0: ${fr}`, `At each moment: ${en}`),
        )
      : []),
    ...(order ? [orderWords(grounds, order)] : []),
    ...(ticked ? [text('Coché par qui anime', 'Ticked by whoever leads')] : []),
  ];
  const until = untilWords(by, within);
  return until ? [...lines, until] : lines;
}

function untilWords(by: string | undefined, within: string | undefined): Text | null {
  if (by !== undefined) {
    const { fr, en } = describeTime(by);
    return text(`Au plus tard\u00a0: ${fr}`, `At the latest: ${en}`);
  }
  if (within === undefined) return null;
  const { fr, en } = periodWords(within);
  return text(`Dans ce délai depuis le début\u00a0: ${fr}`, `Within this time of the beginning: ${en}`);
}

function renderLines(
  { set, scenario, territory }: ReadingGrounds,
  expected: ExampleExpectation,
): readonly Text[] {
  return renderExpectation(beginPractice(set, scenario, territory), expected).map((it) => {
    if (it.kind === 'said') return it.isComputed === true ? COMPUTED : it.text;
    const states = [...new Set(it.states.map((state) => stepStatus(state)))].map(
      (status) => STATUS_WORDS[status],
    );
    return text(
      `«\u00a0${it.title.fr}\u00a0»\u00a0: ${states.map(({ fr }) => fr).join(' ou ')}`,
      `“${it.title.en}”: ${states.map(({ en }) => en).join(' or ')}`,
    );
  });
}

/** A value that a protocol derives has no name for people: the expectation’s title says what it means. */
const COMPUTED = text('Lu dans ce que le protocole en déduit', 'Read in what the protocol derives from it');

function orderWords({ set, scenario }: ReadingGrounds, [first = '', second = '']: readonly string[]): Text {
  const names = new ScenarioNames(set, scenario);
  const titleOf = (name: string): Text => names.titleOfStep(name) ?? text(name, name);
  const [a, b] = [titleOf(first), titleOf(second)];
  return text(`«\u00a0${a.fr}\u00a0» avant «\u00a0${b.fr}\u00a0»`, `“${a.en}” before “${b.en}”`);
}
