import { Injectable } from '@nestjs/common';
import { territoryOf } from '@repere/territories';
import { timeIn } from '@repere/training';
import { spaceNow } from '../../platform/clocks';
import { Refusal } from '../../platform/refusals/refusal';
import type { RequestPlace } from '../../platform/requests/request-origin';
import type { DeclaredAct } from '../../platform/unit/act';
import type { Enter } from '../../platform/unit/enter';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { limitOf } from '../group/assessment-limit';
import { Learners } from '../learners/learners.service';
import { notIn } from '../presentation/watcher';
import type { ClassQuestionsDto } from './questions.dto';
import { QUESTIONS_SQL } from './questions.query';
import { givenChoices, showQuestion, showTicked } from './show-question';
import { StorySoFar } from '../story/story-so-far';

/** Asked again and again while a class waits for the next one. It shows a made-up story and nothing of a case. */
const LOOK: DeclaredAct = {
  ...{ type: 'training.answer', purpose: 'training', idempotent: false },
  isUnrecorded: true,
};

/** What a class is asked. */
@Injectable()
export class ShowQuestions {
  constructor(
    private readonly units: UnitOfWork,
    private readonly learners: Learners,
    private readonly story: StorySoFar,
  ) {}

  /** `enter`: as whom one learns, who is given what is asked by now; `null`: whoever leads, who has all. */
  async readQuestions(place: RequestPlace, enter: Enter | null): Promise<ClassQuestionsDto> {
    const own = enter === null ? new Map<string, string>() : await this.readOwn(place, enter);
    const kept = await this.learners.keptScenarioOf(place);
    const territory = territoryOf(String(kept?.scenario.territory));
    if (!kept || !territory) throw new Refusal('not-found');
    const row = await this.learners.classOf(place);
    const { scenario } = kept;
    const told = await this.story.findArrived(place);
    const { given, ticks } = await this.units.unrecorded('system:access', place, async () => ({
      given: givenChoices(await QUESTIONS_SQL.given.readRows(this.units.manager)),
      ticks: await QUESTIONS_SQL.ticks.readRows(this.units.manager),
    }));
    const begins = timeIn(territory, scenario.begins);
    const isAll = enter === null || row.is_score_shown;
    const questions = (scenario.questions ?? []).map((question) => {
      const { id, about } = question;
      const at = about === undefined ? begins : (told.get(about) ?? null);
      const answered = own.get(id) ?? null;
      const right = (choice: string): boolean => isAll || (row.mode === 'guided' && choice === answered);
      return {
        ...showQuestion(question, given.get(id) ?? [], { right, isCounted: isAll }),
        ...{ askedAt: at === null ? null : new Date(at).toISOString(), own: answered },
      };
    });
    const seen = new Map(ticks.map((it) => [it.expectation, it.at.getTime()] as const));
    return {
      isLeading: enter === null,
      now: new Date(spaceNow(place.space)).toISOString(),
      isOver: limitOf(row)?.secondsLeft === 0,
      questions: enter === null ? questions : questions.filter(({ askedAt }) => askedAt !== null),
      expectations: enter === null ? showTicked(scenario, territory, seen) : [],
    };
  }

  private readOwn(place: RequestPlace, enter: Enter): Promise<ReadonlyMap<string, string>> {
    return this.units.runAct({ ...place, enter }, LOOK, async () => {
      const { manager } = this.units;
      const learner = await QUESTIONS_SQL.learnerOf.first(manager, [this.units.account.id]);
      if (!learner) throw notIn();
      const answers = await QUESTIONS_SQL.own.readRows(manager, [learner.id]);
      return new Map(answers.map(({ question, choice }) => [question, choice]));
    });
  }
}
