import { Injectable, type OnModuleInit } from '@nestjs/common';
import { territoryOf } from '@repere/territories';
import { AccountMails } from '../../access/accounts/mail/account-mails';
import { nextPartnerSlot } from '../../access/accounts/mail/partner-slots';
import { isKeptAway } from '../../cases/grants/in-conflict';
import { type CaseRow } from '../../cases/reading/case-row';
import { CaseRowsRepository } from '../../cases/reading/case-rows.repository';
import { machineNow } from '../../platform/clocks';
import { type SystemJob, SystemJobs } from '../../platform/jobs/system-jobs';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { AnswerLinks } from '../answer-links/answer-links.repository';
import { type AboutReferral, ReferralEventsRepository } from '../answers/referral-events.repository';
import { ReferralGrantsQuery } from '../answers/referral-grants.query';
import { pastOf, stateOf } from '../answers/referral-state';
import { KeptAwayServices } from '../matching/kept-away-services';

/** A while before an answer is due, by the id of the referral. */
export const ANSWER_ASKED = 'referral.answer-asked';
const ASK: SystemJob = { kind: ANSWER_ASKED, as: 'system:recompute', type: ANSWER_ASKED, purpose: 'care' };

/**
 * Nobody answered yet, and the answer is due soon: the service is asked once more, before its silence counts. Once, and recorded only
 * where it could be told: a service that no mail reaches is called.
 */
@Injectable()
export class AskAnswerJob implements OnModuleInit {
  constructor(
    private readonly jobs: SystemJobs,
    private readonly units: UnitOfWork,
    private readonly events: ReferralEventsRepository,
    private readonly grants: ReferralGrantsQuery,
    private readonly rows: CaseRowsRepository,
    private readonly keptAway: KeptAwayServices,
    private readonly links: AnswerLinks,
    private readonly mails: AccountMails,
  ) {}

  onModuleInit(): void {
    this.jobs.register(ASK, ({ subject }) => this.askAgain(subject));
  }

  private async askAgain(referralId: string): Promise<void> {
    const sent = await this.events.findSent(referralId);
    const grant = sent && (await this.grants.findGrant(sent.sharingId));
    const past = grant && pastOf(await this.events.listCodes(sent.sharingId), grant);
    const state = past && stateOf(past, this.units.now());
    if (!past || (state !== 'sent' && state !== 'received')) return;
    if (past.events.some(({ kind }) => kind === 'answer-asked')) return;
    this.units.aboutCase(sent.caseFileId);
    const row = await this.rows.findRow(sent.caseFileId);
    if (!row || !(await this.tellAgain(row, sent, past.dueAt))) return;
    await this.events.addByClock(sent, 'answer-asked');
    this.units.notes({ referral: sent.sharingId });
  }

  /** Whether word of it leaves. A mail to a partner keeps to the hours of such mails, unless the answer is due before. */
  private async tellAgain(
    row: CaseRow,
    { partnerId, serviceId, sharingId }: AboutReferral,
    dueAt: number,
  ): Promise<boolean> {
    if (partnerId === null) {
      if (serviceId === null || (await this.keptAway.listServices({ row })).has(serviceId)) return false;
      return this.links.sendAgain(sharingId, 'clock');
    }
    const territory = territoryOf(row.territory);
    if (!territory || isKeptAway(row, partnerId)) return false;
    const slot = nextPartnerSlot(machineNow(), territory.zone);
    const isInTime = slot.getTime() - machineNow() < dueAt - this.units.now();
    await this.mails.addConditional('referral-opened', partnerId, sharingId, isInTime ? slot : null);
    return true;
  }
}
