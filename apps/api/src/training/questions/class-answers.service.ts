import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ScenarioQuestion } from '@repere/protocol';
import { refused } from '../../platform/refusals/refused';
import { Refusal } from '../../platform/refusals/refusal';
import type { RequestPlace } from '../../platform/requests/request-origin';
import type { DeclaredAct } from '../../platform/unit/act';
import type { Enter } from '../../platform/unit/enter';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { limitOf } from '../group/assessment-limit';
import { Learners } from '../learners/learners.service';
import { notIn } from '../presentation/watcher';
import { QUESTIONS_SQL } from './questions.query';
import { StorySoFar } from '../story/story-so-far';

const ANSWER: DeclaredAct = { type: 'training.answer', purpose: 'training', idempotent: false };
const TICK: DeclaredAct = { ...ANSWER, type: 'training.tick' };

/** What a class answers, and what whoever leads saw it do. It stands in the training space, stamped with its clock, and goes with it. */
@Injectable()
export class ClassAnswers {
  constructor(
    private readonly units: UnitOfWork,
    private readonly learners: Learners,
    private readonly story: StorySoFar,
  ) {}

  /** As a learner who is in; once: another choice is refused, the same is the same. */
  async answerQuestion(place: RequestPlace, enter: Enter, id: string, choice: string): Promise<void> {
    const question = await this.findAsked(place, id);
    await this.units.runAct({ ...place, enter }, ANSWER, async () => {
      const { manager } = this.units;
      const learner = await QUESTIONS_SQL.learnerOf.first(manager, [this.units.account.id]);
      if (!learner) throw notIn();
      requireChoice(question, choice);
      this.units.notes({ question: id, choice });
      const forClass = await QUESTIONS_SQL.find.first(manager, [id, null]);
      if (forClass)
        throw refused(
          'answered-for-class',
          'Qui anime a répondu pour toute la classe.',
          'Whoever leads answered for the whole class.',
        );
      await this.writeAnswer(id, choice, learner.id);
    });
  }

  /** By whoever leads, for the whole class. */
  async answerForClass(place: RequestPlace, id: string, choice: string): Promise<void> {
    const question = await this.findAsked(place, id);
    await this.units.runAs('system:access', place, ANSWER, async () => {
      requireChoice(question, choice);
      this.units.notes({ question: id, choice, isForClass: true });
      await this.writeAnswer(id, choice, null);
    });
  }

  /** Those of single learners count again. Done twice, the same. */
  async takeBack(place: RequestPlace, id: string): Promise<void> {
    const scenario = await this.learners.scenarioOf(place);
    if (!scenario?.questions?.some((it) => it.id === id)) throw new Refusal('not-found');
    await this.demandGoing(place);
    await this.units.runAs('system:access', place, ANSWER, async () => {
      const taken = await QUESTIONS_SQL.takeBack.first(this.units.manager, [id]);
      this.units.notes({
        question: id,
        isForClass: true,
        isTakenBack: true,
        ...(taken && { choice: taken.choice }),
      });
    });
  }

  /** At this moment of the space's clock; ticked twice, the first stands. A tick that comes too late is kept, and counts nothing. */
  async tick(place: RequestPlace, id: string, isSeen: boolean): Promise<void> {
    const scenario = await this.learners.scenarioOf(place);
    if (!scenario?.expectations.some((it) => it.id === id && it.ticked === true))
      throw new Refusal('not-found');
    await this.units.runAs('system:access', place, TICK, async () => {
      const { manager } = this.units;
      if (isSeen) {
        this.units.notes({ expectation: id, isSeen });
        await QUESTIONS_SQL.tick(manager, [id, new Date(this.units.now())]);
        return;
      }
      const taken = await QUESTIONS_SQL.untick.first(manager, [id]);
      this.units.notes({ expectation: id, isSeen, ...(taken && { seenAt: taken.at.toISOString() }) });
    });
  }

  /** A question of this story that is asked by now, and may still be answered. */
  private async findAsked(place: RequestPlace, id: string): Promise<ScenarioQuestion> {
    const kept = await this.learners.keptScenarioOf(place);
    const question = kept?.scenario.questions?.find((it) => it.id === id);
    if (!question) throw new Refusal('not-found');
    await this.demandGoing(place);
    if (question.about !== undefined && !(await this.story.findArrived(place)).has(question.about))
      throw refused(
        'not-asked-yet',
        'Cette question n’est pas encore posée : ce dont elle parle n’est pas encore arrivé.',
        'This question is not asked yet: what it is about has not come about.',
      );
    return question;
  }

  private async demandGoing(place: RequestPlace): Promise<void> {
    const limit = limitOf(await this.learners.classOf(place));
    if (limit?.secondsLeft === 0)
      throw refused(
        'assessment-over',
        'Le temps de l’évaluation est fini : on ne répond plus.',
        'The time of the assessment is over: nothing is answered any more.',
      );
  }

  private async writeAnswer(question: string, choice: string, learner: string | null): Promise<void> {
    const { manager } = this.units;
    const at = new Date(this.units.now());
    if (await QUESTIONS_SQL.answer.first(manager, [randomUUID(), question, choice, learner, at])) return;
    const stands = await QUESTIONS_SQL.find.first(manager, [question, learner]);
    if (stands?.choice !== choice)
      throw refused(
        'answered-already',
        learner === null
          ? 'Une autre réponse de la classe est déjà notée : retirez-la d’abord.'
          : 'Vous avez déjà répondu : une réponse se donne une fois.',
        learner === null
          ? 'Another answer of the class stands already: take it back first.'
          : 'You answered already: an answer is given once.',
        'choice',
      );
  }
}

function requireChoice({ choices }: ScenarioQuestion, choice: string): void {
  if (!choices.some(({ id }) => id === choice))
    throw refused(
      'no-such-choice',
      'Cette question n’a pas cette réponse.',
      'This question has no such answer.',
      'choice',
    );
}
