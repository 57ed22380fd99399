import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NEEDS } from '@repere/directory';
import { territoryOf } from '@repere/territories';
import { AccountMails } from '../../access/accounts/mail/account-mails';
import { nextPartnerSlot } from '../../access/accounts/mail/partner-slots';
import { isKeptAway } from '../../cases/grants/in-conflict';
import type { CaseRow } from '../../cases/reading/case-row';
import { CaseRowsRepository } from '../../cases/reading/case-rows.repository';
import { ServiceMembersQuery } from '../../directory/services/service-members.query';
import { machineNow } from '../../platform/clocks';
import { Jobs } from '../../platform/jobs/jobs';
import { type SystemJob, SystemJobs } from '../../platform/jobs/system-jobs';
import { Mailer } from '../../platform/mail/mailer';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { type ReferralEvent, ReferralEventsRepository } from '../answers/referral-events.repository';
import { mayHoldPlace } from '../capacity/capacity-state';
import { CapacityRepository } from '../capacity/capacity.repository';
import { KeptAwayServices } from '../matching/kept-away-services';
import { QUESTION_OVER, REFERRAL_FOUND, REFERRAL_OVER } from './nothing-asked';
import { OVER_MAIL } from './over-mail-job';
import { StillOver } from './still-over';

const JOB = { as: 'system:recompute', purpose: 'care', tries: 20 } as const;
const OF_REFERRAL: SystemJob = { ...JOB, kind: REFERRAL_OVER, type: REFERRAL_OVER };
const OF_YES: SystemJob = { ...OF_REFERRAL, kind: REFERRAL_FOUND };
const OF_QUESTION: SystemJob = { ...JOB, kind: QUESTION_OVER, type: QUESTION_OVER };

/**
 * Whoever holds a place or waits for a child is told that nothing is asked of them any more, however they were asked. Whoever said no
 * waits for nobody; who is kept away from the case is told of nothing.
 */
@Injectable()
export class NothingAskedJobs implements OnModuleInit {
  constructor(
    private readonly jobs: SystemJobs,
    private readonly waiting: Jobs,
    private readonly units: UnitOfWork,
    private readonly rows: CaseRowsRepository,
    private readonly events: ReferralEventsRepository,
    private readonly capacity: CapacityRepository,
    private readonly members: ServiceMembersQuery,
    private readonly keptAway: KeptAwayServices,
    private readonly mails: AccountMails,
    private readonly mailer: Mailer,
    private readonly stillOver: StillOver,
  ) {}

  onModuleInit(): void {
    this.jobs.register(OF_REFERRAL, ({ subject }) => this.tellOfReferral(subject));
    this.jobs.register(OF_YES, ({ subject }) => this.tellOfYes(subject));
    this.jobs.register(OF_QUESTION, ({ subject }) => this.tellOfQuestion(subject));
  }

  private async tellOfReferral(sharingId: string): Promise<void> {
    const [sent] = (await this.events.listCodes(sharingId)).filter(({ kind }) => kind === 'sent');
    const row = sent && (await this.rows.findRow(sent.caseFileId));
    if (!row || !(await this.stillOver.isOver(sent))) return;
    this.units.aboutCase(row.id);
    this.units.notes({ referral: sharingId });
    await this.tellOf(row, sent);
  }

  private async tellOfYes(eventId: string): Promise<void> {
    const yes = await this.events.findEvent(eventId);
    const row = yes && (await this.rows.findRow(yes.caseFileId));
    if (!row) return;
    const released = await this.stillOver.listReleased(yes);
    this.units.aboutCase(row.id);
    this.units.notes({ released: released.map(({ sharingId }) => sharingId) });
    for (const sent of released) await this.tellOf(row, sent);
  }

  private async tellOf(
    row: CaseRow,
    sent: Pick<ReferralEvent, 'sharingId' | 'partnerId' | 'serviceId' | 'need'>,
  ): Promise<void> {
    const { sharingId, partnerId, serviceId } = sent;
    if (partnerId !== null)
      await this.writeTo(row, partnerId, sharingId, sent.need !== null && NEEDS[sent.need].isBed);
    else if (serviceId !== null) await this.writeToService(row, serviceId, sharingId);
  }

  private async tellOfQuestion(questionId: string): Promise<void> {
    const [kept] = await this.capacity.listQuestions([questionId]);
    const row = kept && (await this.rows.findRow(kept.question.caseFileId));
    if (!row) return;
    this.units.aboutCase(row.id);
    this.units.notes({ question: questionId });
    const told = kept.requests.filter(({ id }) => mayHoldPlace(kept.events, id));
    const members = await this.members.listOpenMembers(told.map(({ serviceId }) => serviceId));
    for (const { id, serviceId } of told) {
      const seeing = members.filter((it) => it.serviceId === serviceId && !isKeptAway(row, it.id));
      // As it was asked: at once.
      for (const member of seeing) await this.writeTo(row, member.id, id, true);
      if (seeing.length === 0) await this.writeToService(row, serviceId, id);
    }
  }

  /** A place that is held for nobody can’t wait for the morning; other mails keep to their hours. */
  private async writeTo(row: CaseRow, accountId: string, about: string, isAtOnce: boolean): Promise<void> {
    const zone = territoryOf(row.territory)?.zone;
    if (isKeptAway(row, accountId)) return;
    const slot = isAtOnce || zone === undefined ? null : nextPartnerSlot(machineNow(), zone);
    await this.mails.addConditional('referral-over', accountId, about, slot);
  }

  private async writeToService(row: CaseRow, serviceId: string, subject: string): Promise<void> {
    if (!this.mailer.leavesFrom(this.units.space)) return;
    if ((await this.keptAway.listServices({ row })).has(serviceId)) return;
    await this.waiting.addAgain(OVER_MAIL, subject);
  }
}
