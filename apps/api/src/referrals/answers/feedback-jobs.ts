import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountMails } from '../../access/accounts/mail/account-mails';
import { SUPERVISORS } from '../../cases/break-glass/supervisors.query';
import type { JobHandler, JobInHand } from '../../platform/jobs/job-handler';
import { JobWorker } from '../../platform/jobs/job-worker';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ReferralEventsRepository } from './referral-events.repository';
import { ReferralGrantsQuery } from './referral-grants.query';
import { isFeedbackOwed, pastOf, type ReferralEventKind } from './referral-state';

/** A fortnight before feedback is due, and when it is; by the id of the referral. */
export const FEEDBACK_ASKED = 'referral.feedback-asked';
export const FEEDBACK_DUE = 'referral.feedback-due';

/** What the clock says of feedback that is owed still: the service is asked for it, then the supervisors of the case are told. Each once. */
@Injectable()
export class FeedbackJobs implements OnModuleInit {
  constructor(
    private readonly worker: JobWorker,
    private readonly units: UnitOfWork,
    private readonly events: ReferralEventsRepository,
    private readonly grants: ReferralGrantsQuery,
    private readonly mails: AccountMails,
  ) {}

  onModuleInit(): void {
    this.worker.register(this.handler(FEEDBACK_ASKED, 'feedback-asked'));
    this.worker.register(this.handler(FEEDBACK_DUE, 'feedback-missing'));
  }

  private handler(jobKind: DeclaredAct['type'], event: ReferralEventKind): JobHandler {
    const act: DeclaredAct = { type: jobKind, purpose: 'care', idempotent: false };
    return {
      ...{ kind: jobKind, afterDeath: 'again' },
      runJob: (job: JobInHand) =>
        this.units.runAs('system:recompute', { space: job.space, correlation: randomUUID() }, act, () =>
          this.tellOf(job, event),
        ),
    };
  }

  private async tellOf(job: JobInHand, event: ReferralEventKind): Promise<void> {
    await job.finishJob();
    const sent = await this.events.findSent(job.subject);
    if (!sent) return;
    const grant = await this.grants.findGrant(sent.sharingId);
    const past = grant && pastOf(await this.events.listCodes(sent.sharingId), grant);
    const isSaid = await this.events.hasAny(sent.sharingId, [event]);
    if (!past || isSaid || !isFeedbackOwed(past)) return;
    this.units.aboutCase(sent.caseFileId);
    await this.events.addByClock(sent, event);
    if (event === 'feedback-asked') {
      // Whom it is open to no more finds nothing behind a mail: the worker calls.
      if (past.until > this.units.now()) await this.mails.addMail('referral-opened', sent.partnerId);
    } else
      for (const { id } of await SUPERVISORS.readRows(this.units.manager, [sent.caseFileId, null]))
        await this.mails.addMail('referral-silent', id);
    this.units.notes({ referral: sent.sharingId });
  }
}
