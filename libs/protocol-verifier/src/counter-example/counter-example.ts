import type { CaseState } from '@repere/case-engine';
import type { CounterExample, ExampleExpectation } from '@repere/protocol';
import { text, type Text } from '@repere/feel';
import type { History } from '../search/history';
import type { World } from '../search/world';
import { shorten } from './shorten';
import { renderLines } from './render-lines';
import { writeExample } from './write-example';

/** What is wrong in the end of a history. */
export interface Wrong {
  readonly id: string;
  readonly protocol: string;
  /** What happens to the child, as the end of a sentence. */
  readonly child: Text;
  /** The last line: what is wrong. */
  readonly verdict: Text;
  readonly expect: ExampleExpectation;
  readonly isShown: (state: CaseState) => boolean;
}

/** The history as people read it and as a file to keep; nothing if the engine does not tell it as it was found. */
export function counterExample(
  world: World,
  history: History,
  wrong: Wrong,
  isShortest: boolean,
): CounterExample | null {
  const told = shorten(world, history, wrong.isShown);
  if (!told) return null;
  const lines = renderLines(world, told);
  const days = 1 + Math.floor((told.now - (lastBeginning(told)?.now ?? told.now)) / 86_400_000);
  const story = text(
    `En ${told.acts} actes${days > 1 ? ` et ${days} jours` : ''}, ${wrong.child.fr}`,
    `In ${told.acts} acts${days > 1 ? ` and ${days} days` : ''}, ${wrong.child.en}`,
  );
  const because = `Found by "repere protocol explore": ${wrong.protocol}, ${wrong.id}. Each line may be refused once it is mended.`;
  return {
    story,
    lines: [...lines, wrong.verdict],
    example: writeExample(world, told, { story, because, start: wrong.protocol, expect: wrong.expect }),
    acts: told.acts,
    isShortest,
  };
}

function lastBeginning(history: History): History | null {
  let it: History = history;
  while (it.before?.action) it = it.before;
  return it;
}
