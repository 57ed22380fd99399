import { Injectable, inject } from '@angular/core';
import type {
  AssessmentLimit,
  AskToJoin,
  ClassQuestions,
  Group,
  HandlingGroup,
  JoinCode,
  Joined,
  Learner,
  RateReason,
  Score,
} from '@repere/contract';
import { vAssessmentLimit } from '@repere/contract/training/group/assessment-limit';
import { vGroup, vJoinCode } from '@repere/contract/training/group/group';
import { vJoined, vLearner } from '@repere/contract/training/learners/learners';
import { vClassQuestions } from '@repere/contract/training/questions/questions';
import { vHandlingGroup } from '@repere/contract/training/score/handling';
import { vScore } from '@repere/contract/training/score/score';
import * as v from 'valibot';
import { Api, type Answered } from '../platform/api';
import { hrefOf } from '../platform/api-path';

/** A class in a training space: who comes in by which code, who is in, and how it went. */
@Injectable({ providedIn: 'root' })
export class GroupClient {
  private readonly api = inject(Api);

  /** In the live space: from a code to its training space. */
  join(code: string): Promise<Answered<Joined>> {
    return this.api.post('/training/joins', { code }, vJoined);
  }

  askToJoin(asked: AskToJoin): Promise<Answered<Learner>> {
    return this.api.post('/training/learners', asked, vLearner);
  }

  group(): Promise<Answered<Group>> {
    return this.api.get('/training/class', vGroup);
  }

  renewCode(): Promise<Answered<JoinCode>> {
    return this.api.put('/training/class/code', undefined, vJoinCode);
  }

  closeCode(): Promise<Answered<void>> {
    return this.api.delete('/training/class/code', null);
  }

  /** Begun once: pressed again, it runs on. */
  beginAssessment(): Promise<Answered<AssessmentLimit>> {
    return this.api.put('/training/class/limit', undefined, vAssessmentLimit);
  }

  decide(learnerId: string, isAdmitted: boolean): Promise<Answered<Learner>> {
    return this.api.put(`/training/class/learners/${learnerId}`, { isAdmitted }, vLearner);
  }

  showScore(isShown: boolean): Promise<Answered<void>> {
    return this.api.put('/training/class/score', { isShown }, null);
  }

  /** In place of the rating before. */
  rateReason(entryId: string, rating: RateReason): Promise<Answered<void>> {
    return this.api.put(`/training/reasons/${entryId}`, rating, null);
  }

  takeRatingBack(entryId: string): Promise<Answered<void>> {
    return this.api.delete(`/training/reasons/${entryId}`, null);
  }

  /** What is asked by now; for whoever leads all of it. */
  questions(): Promise<Answered<ClassQuestions>> {
    return this.api.get('/training/questions', vClassQuestions);
  }

  /** For oneself, or by whoever leads for the class. */
  answerQuestion(question: string, choice: string): Promise<Answered<void>> {
    return this.api.put(`/training/questions/${question}`, { choice }, null);
  }

  takeClassAnswerBack(question: string): Promise<Answered<void>> {
    return this.api.delete(`/training/questions/${question}`, null);
  }

  tick(expectation: string): Promise<Answered<void>> {
    return this.api.put(`/training/expectations/${expectation}`, undefined, null);
  }

  untick(expectation: string): Promise<Answered<void>> {
    return this.api.delete(`/training/expectations/${expectation}`, null);
  }

  /** This class, and the others of whoever leads with the same story. */
  handlingGroups(): Promise<Answered<readonly HandlingGroup[]>> {
    return this.api.get('/training/score/groups', v.array(vHandlingGroup));
  }

  /** The debrief on paper; `withNotes`: those of whoever leads as well. */
  debriefHref(language: 'fr' | 'en', withNotes: boolean): string {
    return hrefOf('/training/debrief/pdf', { language, notes: withNotes ? 'with' : null });
  }

  score(): Promise<Answered<Score>> {
    return this.api.get('/training/score', vScore);
  }
}
