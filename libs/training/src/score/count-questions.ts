import { text, type Text } from '@repere/feel';
import type { ScenarioQuestion } from '@repere/protocol';
import { timeIn } from '../practice/begin-practice';
import type { CountedPart, GivenChoice, LostPoint, MetPoint, PracticeRecord } from './score-types';

/**
 * Answers of the class: a wrong one loses its points with the reason, one that was not given by the end of the story as well. What was
 * said for all of them counts alone; else more than half of those who answered have to be right.
 */
export function countQuestions({ scenario, territory, answers, now, isOver }: PracticeRecord): CountedPart {
  const { questions = [] } = scenario;
  const ends = timeIn(territory, scenario.ends);
  let open = 0;
  const lost: LostPoint[] = [];
  const met: MetPoint[] = [];
  for (const question of questions) {
    const { id, ask: title, points = 1, basis = [] } = question;
    const counted = countedAnswers(answers.get(id) ?? []);
    const at = Math.max(...counted.map((it) => it.at));
    const key = `questions:${id}`;
    const why = faultOf(question, counted);
    if (counted.length === 0 && !isOver && now < ends) open += points;
    else if (why === null) met.push({ key, title, points, basis, at });
    else
      lost.push({
        ...{ key, part: 'questions', points, title, basis, why },
        at: counted.length > 0 ? at : Math.min(ends, now),
      });
  }
  return { of: [...met, ...lost].reduce((sum, { points }) => sum + points, 0), lost, met, open };
}

/** Those that count: what was said for all, where it was. */
export function countedAnswers(given: readonly GivenChoice[]): readonly GivenChoice[] {
  const forAll = given.filter(({ isForAll }) => isForAll);
  return forAll.length > 0 ? forAll : given;
}

/** Why what was answered is not right; `null`: it is. */
function faultOf({ choices }: ScenarioQuestion, counted: readonly GivenChoice[]): Text | null {
  const timesOf = (choice: string): number =>
    counted.reduce((sum, it) => sum + (it.choice === choice ? it.times : 0), 0);
  const right = choices.reduce((sum, it) => sum + (it.right === true ? timesOf(it.id) : 0), 0);
  const all = choices.reduce((sum, { id }) => sum + timesOf(id), 0);
  if (all === 0) return text('Pas de réponse.', 'No answer.');
  if (right * 2 > all) return null;
  if (right * 2 === all) return text('La classe est partagée.', 'The class is divided.');
  const wrong = choices.filter((it) => it.right !== true);
  return wrong.reduce((most, it) => (timesOf(it.id) > timesOf(most.id) ? it : most), wrong[0] ?? NONE)
    .because;
}

const NONE = { id: '', because: text('Pas de réponse.', 'No answer.') } as const;
