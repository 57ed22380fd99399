import { Injectable } from '@nestjs/common';
import { Jobs } from '../../platform/jobs/jobs';

/** By the id of a question for a place: it was closed, and whoever may hold a place for it is told. */
export const QUESTION_OVER = 'capacity.over';

/** By the id of a referral: it was taken back. Whom it went to is told, once. */
export const REFERRAL_OVER = 'referral.over';

/** By the id of a yes: whoever could have said it instead is told. */
export const REFERRAL_FOUND = 'referral.found';

/** Asks, in the transaction of its cause, that whoever waits for a child or holds a place is told that nothing is asked of them any more. Once for each cause. */
@Injectable()
export class NothingAsked {
  constructor(private readonly jobs: Jobs) {}

  async tellOfQuestion(questionId: string): Promise<void> {
    await this.jobs.addJob(QUESTION_OVER, questionId);
  }

  async tellOfYes(eventId: string): Promise<void> {
    await this.jobs.addJob(REFERRAL_FOUND, eventId);
  }

  /** It was taken back. */
  async tellOfReferral(sharingId: string): Promise<void> {
    await this.jobs.addJob(REFERRAL_OVER, sharingId);
  }
}
