import { Injectable, type OnModuleInit } from '@nestjs/common';
import { territoryOf } from '@repere/territories';
import { AccountMails } from '../../access/accounts/mail/account-mails';
import { nextPartnerSlot } from '../../access/accounts/mail/partner-slots';
import { SUPERVISORS } from '../../cases/break-glass/supervisors.query';
import { isKeptAway } from '../../cases/grants/in-conflict';
import { CaseRowsRepository } from '../../cases/reading/case-rows.repository';
import { machineNow } from '../../platform/clocks';
import { type SystemJob, SystemJobs } from '../../platform/jobs/system-jobs';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { type AboutReferral, ReferralEventsRepository } from './referral-events.repository';
import { ReferralGrantsQuery } from './referral-grants.query';
import { isFeedbackOwed, pastOf, type ReferralEventKind, type ReferralPast } from './referral-state';

/** A fortnight before feedback is due, and when it is; by the id of the referral. */
export const FEEDBACK_ASKED = 'referral.feedback-asked';
export const FEEDBACK_DUE = 'referral.feedback-due';
const CARE = { as: 'system:recompute', purpose: 'care' } as const satisfies Partial<SystemJob>;

/** What the clock says of feedback that is owed still: the service is asked for it, then the supervisors of the case are told. Each once. */
@Injectable()
export class FeedbackJobs implements OnModuleInit {
  constructor(
    private readonly jobs: SystemJobs,
    private readonly units: UnitOfWork,
    private readonly events: ReferralEventsRepository,
    private readonly grants: ReferralGrantsQuery,
    private readonly mails: AccountMails,
    private readonly rows: CaseRowsRepository,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ ...CARE, kind: FEEDBACK_ASKED, type: FEEDBACK_ASKED }, ({ subject }) =>
      this.tellOf(subject, 'feedback-asked'),
    );
    this.jobs.register({ ...CARE, kind: FEEDBACK_DUE, type: FEEDBACK_DUE }, ({ subject }) =>
      this.tellOf(subject, 'feedback-missing'),
    );
  }

  private async tellOf(
    referralId: string,
    event: Extract<ReferralEventKind, 'feedback-asked' | 'feedback-missing'>,
  ): Promise<void> {
    const sent = await this.events.findSent(referralId);
    if (!sent) return;
    const grant = await this.grants.findGrant(sent.sharingId);
    const past = grant && pastOf(await this.events.listCodes(sent.sharingId), grant);
    const isSaid = await this.events.hasAny(sent.sharingId, [event]);
    if (!past || isSaid || !isFeedbackOwed(past)) return;
    this.units.aboutCase(sent.caseFileId);
    if (event === 'feedback-asked') {
      // A service that no mail reaches is called by the worker.
      if (!(await this.askFor(sent, past))) return;
    }
    await this.events.addByClock(sent, event);
    if (event === 'feedback-missing')
      for (const { id } of await SUPERVISORS.readRows(this.units.manager, [sent.caseFileId, null]))
        await this.mails.addMail('referral-silent', id);
    this.units.notes({ referral: sent.sharingId });
  }

  /** Whether a mail leaves: not to who is kept away from the case, would find nothing behind it, or has no account. */
  private async askFor(
    { caseFileId, partnerId, sharingId }: AboutReferral,
    { until, endedAt }: ReferralPast,
  ): Promise<boolean> {
    if (partnerId === null || endedAt !== null || until <= this.units.now()) return false;
    const row = await this.rows.findRow(caseFileId);
    const territory = row && territoryOf(row.territory);
    if (!territory || isKeptAway(row, partnerId)) return false;
    const at = nextPartnerSlot(machineNow(), territory.zone);
    await this.mails.addConditional('referral-opened', partnerId, sharingId, at);
    return true;
  }
}
