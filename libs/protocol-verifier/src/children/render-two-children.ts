import { type CounterExample, type SafeguardDefinition, STEP_STATES } from '@repere/protocol';
import { type CompiledProtocol, readOutcome, stateInSentence, stepState } from '@repere/case-engine';
import { text, type Text } from '@repere/feel';
import { type History, stateOf } from '../search/history';
import type { World } from '../search/world';
import { replayHistory } from '../counter-example/replay-history';
import { renderLines } from '../counter-example/render-lines';
import { writeExample } from '../counter-example/write-example';
import type { TwoChildren } from './find-two-children';

/** In what the two are served differently: the state of a step, else the outcome. */
export interface Difference {
  readonly step?: string;
  /** Of forgetting: the outcome that the child has by it. */
  readonly outcome?: string;
}

/** The history of the child who is served worse, then how the other, better served, differs. */
export function renderTwoChildren(
  world: World,
  protocol: CompiledProtocol,
  { id }: SafeguardDefinition,
  { one, other }: TwoChildren,
  { step, outcome }: Difference,
  title: Text,
): CounterExample | null {
  const [better, worse] = [replayHistory(world, one), replayHistory(world, other)];
  if (!better || !worse) return null;
  const [had, has] = [better, worse].map((it) => servedIn(world, protocol, it, step));
  if (had === undefined || has === undefined) return null;
  // Alike in their states: then one of them may do the step again, and the other may not.
  const isAgain = had === has && step !== undefined;
  if (had === has && !isAgain) return null;
  const what = step === undefined ? text('résultat', 'outcome') : stepTitle(protocol, step);
  const lines = renderLines(world, worse);
  const lastOfOther = renderLines(world, better).at(-1) ?? text('', '');
  const [hadWords, hasWords] = isAgain
    ? [
        text('peut être refait', 'may be done again'),
        text('ne peut plus être refait', 'may not be done again'),
      ]
    : [saidStep(protocol, had, step), saidStep(protocol, has, step)];
  const story = text(
    `Deux enfants pareils en tout, sauf pour une réponse ; « ${what.fr} » : ${hadWords.fr} pour l'un, ${hasWords.fr} pour l'autre.`,
    `Two children alike in all but one answer; "${what.en}": ${hadWords.en} for one, ${hasWords.en} for the other.`,
  );
  const isForgotten = outcome !== undefined;
  const expect = isForgotten
    ? { not_outcome: outcome }
    : step === undefined
      ? { outcome: { [protocol.id]: had } }
      : isAgain
        ? { may_be_done: [`${protocol.id}.${step}`] }
        : { steps: { [`${protocol.id}.${step}`]: had } };
  const because = `Found by "repere protocol explore": ${protocol.id}, ${id}. Each line may be refused once it is mended.`;
  return {
    story,
    lines: [
      ...lines,
      text(
        isForgotten
          ? `Si on avait su de plus : ${lastOfOther.fr}`
          : `L'autre enfant, en dernier : ${lastOfOther.fr}`,
        isForgotten
          ? `Had one more thing been known: ${lastOfOther.en}`
          : `The other child, last: ${lastOfOther.en}`,
      ),
      text(
        `Garde-fou rompu : « ${title.fr} » (${what.fr} : ${hasWords.fr}, et non ${hadWords.fr}).`,
        `Safeguard broken: "${title.en}" (${what.en}: ${hasWords.en}, not ${hadWords.en}).`,
      ),
    ],
    example: writeExample(world, worse, { story, because, start: protocol.id, expect }),
    acts: worse.acts,
    isShortest: !isForgotten,
  };
}

/** A state of a step, or an outcome, in words. */
function saidStep(protocol: CompiledProtocol, served: string, step: string | undefined): Text {
  const state = step === undefined ? undefined : STEP_STATES.find((it) => it === served);
  if (state !== undefined) return stateInSentence(state);
  const outcome = protocol.outcomes.find(({ definition }) => definition.id === served);
  return outcome?.title ?? text(served, served);
}

function servedIn(
  world: World,
  protocol: CompiledProtocol,
  history: History,
  step: string | undefined,
): string | undefined {
  const fold = stateOf(world, history).readFold();
  const run = fold.runs.find((it) => it.protocol === protocol);
  if (!run) return undefined;
  if (step === undefined) return readOutcome(fold, run) ?? undefined;
  return stepState(fold, run, protocol.stepIndex.get(step) ?? -1);
}

function stepTitle(protocol: CompiledProtocol, id: string): Text {
  return protocol.steps[protocol.stepIndex.get(id) ?? -1]?.definition.title ?? text(id, id);
}
