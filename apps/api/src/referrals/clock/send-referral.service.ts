import { Injectable } from '@nestjs/common';
import { type AnswerHours, answerHoursFor, type ServiceNeed } from '@repere/directory';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { machineNow } from '../../platform/clocks';
import { Jobs } from '../../platform/jobs/jobs';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ANSWER_DUE } from '../answers/escalate-silence-job';
import { feedbackTimes } from '../answers/feedback-clock';
import { FEEDBACK_ASKED, FEEDBACK_DUE } from '../answers/feedback-jobs';
import {
  type AboutReferral,
  NO_WORDS,
  ReferralEventsRepository,
} from '../answers/referral-events.repository';
import { ANSWER_ASKED } from './ask-answer-job';

const HOUR = 3_600_000;
/** Of the time to answer, what is left when the service is asked once more (TOOL): an hour of four, twelve of forty-eight. */
const LEFT_WHEN_ASKED = 1 / 4;

/** How a referral begins, to an account or to a service without one. */
export interface Sent {
  readonly need: ServiceNeed | null;
  /** When it is over by itself. */
  readonly until: Date;
  readonly answerHours: AnswerHours;
  /** Of a yes that it goes on from: until when the place is held, beyond which no answer is waited for. */
  readonly heldUntil: Date | null;
  /** When word of it leaves; `null`: at once. Machine time. */
  readonly leavesAt: Date | null;
  /** Why who the child is went out before a yes. */
  readonly beforeYes: string | null;
  /** Why it went out while another may still take the child. */
  readonly besideAnother: string | null;
}

/** A referral is sent, and what the clock does of it is asked for in the same transaction. The case is locked. */
@Injectable()
export class SendReferral {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly events: ReferralEventsRepository,
    private readonly jobs: Jobs,
  ) {}

  /** As was said, or as is proposed for the need. */
  answerHours(
    said: AnswerHours | undefined,
    { need, heldUntil }: Pick<Sent, 'need' | 'heldUntil'>,
  ): AnswerHours {
    return said ?? answerHoursFor(need, heldUntil && (heldUntil.getTime() - this.unit.now()) / HOUR);
  }

  async sendReferral(
    file: LoadedCase,
    about: AboutReferral,
    { need, until, answerHours, heldUntil, leavesAt, beforeYes, besideAnother }: Sent,
  ): Promise<void> {
    const now = this.unit.now();
    // Nobody is silent before word of it leaves; nobody can answer what is over: silence is told of then, and not days later.
    const untilItLeaves = leavesAt === null ? 0 : leavesAt.getTime() - machineNow();
    const wait = Math.min(
      untilItLeaves + answerHours * HOUR,
      (heldUntil ?? until).getTime() - now,
      until.getTime() - now,
    );
    const dueAt = now + wait;
    await this.events.addEvent(about, file.key, {
      ...{ kind: 'sent', dueAt: new Date(dueAt), need, until },
      words: { ...NO_WORDS, words: [beforeYes, besideAnother].filter(Boolean).join('\n') || null },
    });
    this.unit.notes({
      dueAt: new Date(dueAt).toISOString(),
      ...(need !== null && { need }),
      ...(beforeYes !== null && { isBeforeYes: true, beforeYes }),
      ...(besideAnother !== null && { isBesideAnother: true, besideAnother }),
    });
    const { sharingId } = about;
    const asked = dueAt - Math.min(answerHours * HOUR, wait) * LEFT_WHEN_ASKED;
    await this.jobs.addDue(ANSWER_ASKED, sharingId, new Date(asked));
    await this.jobs.addDue(ANSWER_DUE, sharingId, new Date(dueAt));
    const feedback = feedbackTimes(now, file.territory.zone);
    await this.jobs.addDue(FEEDBACK_ASKED, sharingId, new Date(feedback.askedAt));
    await this.jobs.addDue(FEEDBACK_DUE, sharingId, new Date(feedback.dueAt));
  }
}
