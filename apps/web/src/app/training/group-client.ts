import { Injectable, inject } from '@angular/core';
import type {
  AssessmentLimit,
  AskToJoin,
  Group,
  HandlingGroup,
  JoinCode,
  Joined,
  Learner,
  RateReason,
  Score,
  Session,
  WaitingRoom,
} from '@repere/contract';
import { vSession } from '@repere/contract/access/sign-in/session';
import { vAssessmentLimit } from '@repere/contract/training/group/assessment-limit';
import { vGroup, vJoinCode } from '@repere/contract/training/group/group';
import { vJoined, vLearner, vWaitingRoom } from '@repere/contract/training/learners/learners';
import { vHandlingGroup } from '@repere/contract/training/score/handling';
import { vScore } from '@repere/contract/training/score/score';
import * as v from 'valibot';
import { Api, type Answered } from '../platform/api';

/** A class in a training space: who comes in by which code, who is in, and how it went. */
@Injectable({ providedIn: 'root' })
export class GroupClient {
  private readonly api = inject(Api);

  /** In the live space: from a code to its training space. */
  join(code: string): Promise<Answered<Joined>> {
    return this.api.post('/training/joins', { code }, vJoined);
  }

  waitingRoom(): Promise<Answered<WaitingRoom>> {
    return this.api.get('/training/learners', vWaitingRoom);
  }

  askToJoin(asked: AskToJoin): Promise<Answered<Learner>> {
    return this.api.post('/training/learners', asked, vLearner);
  }

  openSession(learnerId: string): Promise<Answered<Session>> {
    return this.api.put(`/training/learners/${learnerId}/session`, undefined, vSession);
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

  /** This class, and the others of whoever leads with the same story. */
  handlingGroups(): Promise<Answered<readonly HandlingGroup[]>> {
    return this.api.get('/training/score/groups', v.array(vHandlingGroup));
  }

  score(): Promise<Answered<Score>> {
    return this.api.get('/training/score', vScore);
  }
}
