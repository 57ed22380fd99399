import { text } from '@repere/feel';
import type { ScenarioQuestion } from '@repere/protocol';
import type { CountedPart, LostPoint, PracticeRecord } from './score-types';

/** Answers of the class: a wrong one loses its points with the reason, one never given as well. */
export function countQuestions({ scenario, answers, now }: PracticeRecord): CountedPart {
  const { questions = [] } = scenario;
  const isRight = ({ id, choices }: ScenarioQuestion) =>
    choices.some((it) => it.id === answers.get(id) && it.right === true);
  return {
    of: questions.reduce((sum, { points = 1 }) => sum + points, 0),
    lost: questions
      .filter((it) => !isRight(it))
      .map((it): LostPoint => {
        const given = it.choices.find(({ id }) => id === answers.get(it.id));
        return {
          ...{ key: `questions:${it.id}`, part: 'questions', points: it.points ?? 1, at: now },
          ...{ title: it.ask, basis: it.basis ?? [] },
          why: given?.because ?? text('Pas de réponse.', 'No answer.'),
        };
      }),
    met: questions
      .filter(isRight)
      .map(({ id, ask, points = 1 }) => ({ key: `questions:${id}`, title: ask, points, at: now })),
  };
}
