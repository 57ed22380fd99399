import type { ProtocolSet } from '@repere/case-engine';
import { type Territory, text, type Text } from '@repere/feel';
import type { ScenarioQuestion, TrainingScenario } from '@repere/protocol';
import { orderBeats, type PlacedBeat } from '../reading/order-beats';
import { describeTrigger } from '../reading/describe-trigger';

/** Something to choose from, or to keep in mind. */
export interface SlidePoint {
  readonly says: Text;
  /** Of an answer: whether it is the right one. */
  readonly isRight?: boolean;
  readonly because?: Text;
}

/** What the room sees at once, from a scenario. What only whoever leads reads is `notes`. */
export interface Slide {
  /** The same for the same text of the scenario: `beat:the-doubt`. */
  readonly id: string;
  /** Id of the beat or inject that it tells. */
  readonly event?: string;
  readonly kind: 'opening' | 'beat' | 'inject' | 'question' | 'answer' | 'debrief';
  readonly title: Text;
  /** When it comes about, where the scenario says a time. */
  readonly when: Text | null;
  readonly told: Text | null;
  /** The child's words. */
  readonly words: Text | null;
  readonly documents: readonly { readonly title: Text; readonly says: Text }[];
  readonly points: readonly SlidePoint[];
  readonly notes: readonly Text[];
}

/**
 * A scenario as it is presented: what it is for, each beat and inject in the order of paper with the questions about it, each question
 * before its answer, and what to take away.
 */
export function listSlides(
  set: ProtocolSet,
  scenario: TrainingScenario,
  territory: Territory,
): readonly Slide[] {
  const { questions = [], debrief } = scenario;
  const placed = orderBeats(scenario, territory);
  const about = (id: string | undefined): readonly Slide[] =>
    questions.filter((it) => it.about === id).flatMap(slidesOfQuestion);
  return [
    openingOf(scenario),
    ...placed.flatMap((it) => [slideOfBeat(set, scenario, it), ...about(it.beat.id)]),
    ...about(undefined),
    ...debrief.map(({ says }, index) => ({
      ...EMPTY,
      ...{ id: `debrief:${String(index + 1)}`, kind: 'debrief' as const, told: says },
      title: text(
        `À retenir (${String(index + 1)}/${String(debrief.length)})`,
        `To take away (${String(index + 1)}/${String(debrief.length)})`,
      ),
    })),
  ];
}

const EMPTY = { when: null, told: null, words: null, documents: [], points: [], notes: [] } as const;

const openingOf = ({ title, summary, objectives }: TrainingScenario): Slide => ({
  ...EMPTY,
  ...{ id: 'opening', kind: 'opening', title, notes: [summary] },
  points: objectives.map((says) => ({ says })),
});

function slideOfBeat(
  set: ProtocolSet,
  scenario: TrainingScenario,
  { beat, isInject, at }: PlacedBeat,
): Slide {
  const { id, title, told, words, documents = [], notes } = beat;
  const kind = isInject ? 'inject' : 'beat';
  return {
    ...{ id: `${kind}:${id}`, event: id, kind, title, told, documents, points: [] },
    // A condition is for whoever leads: what the room did not do is not told it beforehand.
    when: beat.at !== undefined && at !== null ? describeTrigger(set, scenario, { at: beat.at }) : null,
    words: words ?? null,
    notes: [
      ...(notes ? [notes] : []),
      ...(beat.when !== undefined || beat.unless !== undefined || beat.after !== undefined
        ? [comesWhen(describeTrigger(set, scenario, beat))]
        : []),
    ],
  };
}

const comesWhen = ({ fr, en }: Text): Text => text(`Quand\u00a0: ${fr}.`, `When: ${en}.`);

/** Not its question’s title again: on the wall and in what comes next the two are told apart. */
const answerTo = ({ fr, en }: Text): Text => text(`Réponse\u00a0: ${fr}`, `Answer: ${en}`);

function slidesOfQuestion({ id, ask, choices }: ScenarioQuestion): readonly Slide[] {
  const right = choices.filter((it) => it.right === true);
  return [
    {
      ...EMPTY,
      ...{ id: `question:${id}`, kind: 'question', title: ask },
      points: choices.map(({ says }) => ({ says })),
      notes: right.map(({ says }) => answerTo(says)),
    },
    {
      ...EMPTY,
      ...{ id: `answer:${id}`, kind: 'answer', title: answerTo(ask) },
      points: choices.map(({ says, right: isRight = false, because }) => ({ says, isRight, because })),
    },
  ];
}
