import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { territoryOf } from '@repere/territories';
import { AccountMails } from '../../access/accounts/mail/account-mails';
import { nextPartnerSlot } from '../../access/accounts/mail/partner-slots';
import { SUPERVISORS } from '../../cases/break-glass/supervisors.query';
import { isKeptAway } from '../../cases/grants/in-conflict';
import { CaseRowsRepository } from '../../cases/reading/case-rows.repository';
import { machineNow } from '../../platform/clocks';
import type { JobHandler, JobInHand } from '../../platform/jobs/job-handler';
import { JobWorker } from '../../platform/jobs/job-worker';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { type AboutReferral, ReferralEventsRepository } from './referral-events.repository';
import { ReferralGrantsQuery } from './referral-grants.query';
import { isFeedbackOwed, pastOf, type ReferralEventKind, type ReferralPast } from './referral-state';

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
    private readonly rows: CaseRowsRepository,
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
    if (event === 'feedback-asked') {
      const at = await this.mailTime(sent, past);
      // The worker calls.
      if (at === null) return;
      await this.mails.addMail('referral-opened', sent.partnerId, at);
    }
    await this.events.addByClock(sent, event);
    if (event === 'feedback-missing')
      for (const { id } of await SUPERVISORS.readRows(this.units.manager, [sent.caseFileId, null]))
        await this.mails.addMail('referral-silent', id);
    this.units.notes({ referral: sent.sharingId });
  }

  /** When a mail to the partner leaves; `null`: never, since they are kept away from the case, or would find nothing behind it. */
  private async mailTime(
    { caseFileId, partnerId }: AboutReferral,
    { until, endedAt }: ReferralPast,
  ): Promise<Date | null> {
    if (endedAt !== null || until <= this.units.now()) return null;
    const row = await this.rows.findRow(caseFileId);
    const territory = row && territoryOf(row.territory);
    if (!territory || isKeptAway(row, partnerId)) return null;
    return nextPartnerSlot(machineNow(), territory.zone);
  }
}
