import type { Territory } from '@repere/feel';
import type { ScenarioQuestion, TrainingScenario } from '@repere/protocol';
import { countedAnswers, endOfExpectation, type GivenChoice } from '@repere/training';
import type { AnsweredQuestionDto, ScenarioQuestionDto, TickedExpectationDto } from './questions.dto';
import type { GivenChoiceRow } from './questions.query';

/** Question → what was given to it. */
export function givenChoices(rows: readonly GivenChoiceRow[]): ReadonlyMap<string, readonly GivenChoice[]> {
  const given = new Map<string, GivenChoice[]>();
  for (const { question, choice, times, isForAll, at } of rows) {
    const choices = given.get(question) ?? [];
    given.set(question, [...choices, { choice, times, isForAll, at: at.getTime() }]);
  }
  return given;
}

/** What is told of a question beside its words. `right`: of which choices whether they are right. */
interface ToldOfQuestion {
  readonly right: (choice: string) => boolean;
  /** Whether it is told how many gave which. */
  readonly isCounted: boolean;
}

export function showQuestion(
  { id, ask, choices, basis = [] }: ScenarioQuestion,
  given: readonly GivenChoice[],
  { right, isCounted }: ToldOfQuestion,
): ScenarioQuestionDto {
  const timesOf = (choice: string): number =>
    given.reduce((sum, it) => sum + (it.choice === choice && !it.isForAll ? it.times : 0), 0);
  return {
    ...{ id, ask, basis },
    choices: choices.map((it) => ({
      ...{ id: it.id, says: it.says },
      isRight: right(it.id) ? it.right === true : null,
      because: right(it.id) ? it.because : null,
      times: isCounted ? timesOf(it.id) : null,
    })),
    forClass: given.find(({ isForAll }) => isForAll)?.choice ?? null,
  };
}

/** All of it, for a debrief. */
export function answeredQuestion(
  question: ScenarioQuestion,
  given: readonly GivenChoice[],
): AnsweredQuestionDto {
  const counted = countedAnswers(given);
  return {
    ...showQuestion(question, given, { right: () => true, isCounted: true }),
    answeredAt: counted.length > 0 ? new Date(Math.max(...counted.map(({ at }) => at))).toISOString() : null,
  };
}

/** Expectations that whoever leads ticks, with until when they count. `ticks`: when each was. */
export function showTicked(
  scenario: TrainingScenario,
  territory: Territory,
  ticks: ReadonlyMap<string, number>,
): readonly TickedExpectationDto[] {
  return scenario.expectations
    .filter(({ ticked }) => ticked === true)
    .map((it) => ({
      ...{ id: it.id, title: it.title, basis: it.basis ?? [] },
      until: momentOf(endOfExpectation(scenario, it, territory)),
      seenAt: momentOf(ticks.get(it.id) ?? null),
    }));
}

const momentOf = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
