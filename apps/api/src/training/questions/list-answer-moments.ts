import { text, type Text } from '@repere/feel';
import type { TrainingScenario } from '@repere/protocol';
import type { GivenChoice } from '@repere/training';

/** What was said of a story beside its journal, on a time line. */
export interface SaidMoment {
  /** Epoch ms, by the space’s clock. */
  readonly at: number;
  readonly who: null;
  readonly what: Text;
}

/** Answers and ticks in words: of single learners how many gave which, at the last of them. Nobody is named. */
export function listAnswerMoments(
  { questions = [], expectations }: TrainingScenario,
  answers: ReadonlyMap<string, readonly GivenChoice[]>,
  ticks: ReadonlyMap<string, number>,
): readonly SaidMoment[] {
  const answered = questions.flatMap(({ id, ask, choices }) =>
    (answers.get(id) ?? []).flatMap(({ choice, times, at, isForAll }) => {
      const said = choices.find((it) => it.id === choice)?.says;
      return said ? [{ at, who: null, what: answerWords(ask, said, isForAll ? null : times) }] : [];
    }),
  );
  const seen = expectations.flatMap(({ id, title: { fr, en } }) => {
    const at = ticks.get(id);
    return at === undefined
      ? []
      : [{ at, who: null, what: text(`Coché par qui anime\u00a0: ${fr}`, `Ticked by whoever leads: ${en}`) }];
  });
  return [...answered, ...seen];
}

/** `times`: how many gave it; `null`: it was said for the class. */
function answerWords(ask: Text, said: Text, times: number | null): Text {
  const by =
    times === null
      ? text('La classe répond', 'The class answers')
      : text(`Réponses (${String(times)})`, `Answers (${String(times)})`);
  return text(`${by.fr} à «\u00a0${ask.fr}\u00a0»\u00a0: ${said.fr}`, `${by.en} to “${ask.en}”: ${said.en}`);
}
