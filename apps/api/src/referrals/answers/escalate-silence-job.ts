import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountMails } from '../../access/accounts/mail/account-mails';
import { SUPERVISORS } from '../../cases/break-glass/supervisors.query';
import { type SystemJob, SystemJobs } from '../../platform/jobs/system-jobs';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ReferralEventsRepository } from './referral-events.repository';
import { REFERRAL_ANSWERS } from './referral-state';
import { ReferralGrantsQuery } from './referral-grants.query';

/** When an answer is due, by the id of the referral. */
export const ANSWER_DUE = 'referral.answer-due';
const ESCALATE: SystemJob = {
  ...{ kind: ANSWER_DUE, as: 'system:recompute', type: 'referral.escalate', purpose: 'care' },
};

/** Nobody answered in time: the supervisors of the case are told, once. The need stays, whatever comes of it. */
@Injectable()
export class EscalateSilenceJob implements OnModuleInit {
  constructor(
    private readonly jobs: SystemJobs,
    private readonly units: UnitOfWork,
    private readonly events: ReferralEventsRepository,
    private readonly grants: ReferralGrantsQuery,
    private readonly mails: AccountMails,
  ) {}

  onModuleInit(): void {
    this.jobs.register(ESCALATE, ({ subject }) => this.escalateSilence(subject));
  }

  private async escalateSilence(referralId: string): Promise<void> {
    const sent = await this.events.findSent(referralId);
    // The case was erased meanwhile, or it was answered.
    if (!sent || (await this.isAnswered(sent.sharingId))) return;
    this.units.aboutCase(sent.caseFileId);
    await this.events.addByClock(sent, 'escalated');
    for (const { id } of await SUPERVISORS.readRows(this.units.manager, [sent.caseFileId, null]))
      await this.mails.addMail('referral-silent', id);
    this.units.notes({ referral: sent.sharingId });
  }

  /** Or taken back, or told of already. */
  private async isAnswered(sharingId: string): Promise<boolean> {
    if (await this.events.hasAny(sharingId, [...REFERRAL_ANSWERS, 'escalated'])) return true;
    return !(await this.grants.isKept(sharingId));
  }
}
