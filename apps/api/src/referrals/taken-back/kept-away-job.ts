import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountMails } from '../../access/accounts/mail/account-mails';
import { SUPERVISORS } from '../../cases/break-glass/supervisors.query';
import { PARTNER_KEPT_AWAY } from '../../cases/grants/end-referrals-of';
import { isKeptAway } from '../../cases/grants/in-conflict';
import { CaseRowsRepository } from '../../cases/reading/case-rows.repository';
import { type SystemJob, SystemJobs } from '../../platform/jobs/system-jobs';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ReferralEventsRepository } from '../answers/referral-events.repository';

const KEPT_AWAY: SystemJob = {
  ...{ kind: PARTNER_KEPT_AWAY, as: 'system:recompute', type: PARTNER_KEPT_AWAY, purpose: 'care' },
  tries: 20,
};

/** Whom a child was referred to is kept away from the case: who referred them, who leads, and the supervisors are told, once. */
@Injectable()
export class KeptAwayJob implements OnModuleInit {
  constructor(
    private readonly jobs: SystemJobs,
    private readonly units: UnitOfWork,
    private readonly rows: CaseRowsRepository,
    private readonly events: ReferralEventsRepository,
    private readonly mails: AccountMails,
  ) {}

  onModuleInit(): void {
    this.jobs.register(KEPT_AWAY, ({ subject }) => this.tellOfKeptAway(subject));
  }

  private async tellOfKeptAway(referralId: string): Promise<void> {
    const sent = (await this.events.listCodes(referralId)).find(({ kind }) => kind === 'sent');
    const row = sent && (await this.rows.findRow(sent.caseFileId));
    // The case was erased meanwhile.
    if (!row || (await this.events.hasAny(referralId, ['kept-away']))) return;
    this.units.aboutCase(row.id);
    await this.events.addByClock(sent, 'kept-away');
    const supervisors = await SUPERVISORS.readRows(this.units.manager, [row.id, null]);
    const told = new Set([sent.byId, row.leadId, ...supervisors.map(({ id }) => id)]);
    for (const id of told)
      if (id !== null && !isKeptAway(row, id)) await this.mails.addMail('referral-kept-away', id);
    this.units.notes({ referral: referralId });
  }
}
