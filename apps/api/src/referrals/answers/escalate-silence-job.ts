import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Repository } from 'typeorm';
import { AccountMails } from '../../access/accounts/mail/account-mails';
import { SUPERVISORS } from '../../cases/break-glass/supervisors.query';
import type { JobHandler, JobInHand } from '../../platform/jobs/job-handler';
import { JobWorker } from '../../platform/jobs/job-worker';
import { Secrecy } from '../../platform/secrecy/secrecy';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ReferralEventEntity } from '../entities/referral-event.entity';
import { ReferralEventsRepository } from './referral-events.repository';
import { REFERRAL_ANSWERS } from './referral-state';
import { ReferralGrantsQuery } from './referral-grants.query';

/** When an answer is due, by the id of the referral. */
export const ANSWER_DUE = 'referral.answer-due';
const ESCALATED: DeclaredAct = { type: 'referral.escalate', purpose: 'care', idempotent: false };

/** Nobody answered in time: the supervisors of the case are told, once. The need stays, whatever comes of it. */
@Injectable()
export class EscalateSilenceJob implements JobHandler, OnModuleInit {
  readonly kind = ANSWER_DUE;
  readonly afterDeath = 'again';

  constructor(
    private readonly worker: JobWorker,
    private readonly units: UnitOfWork,
    @InjectRepository(ReferralEventEntity) private readonly rows: Repository<ReferralEventEntity>,
    private readonly events: ReferralEventsRepository,
    private readonly grants: ReferralGrantsQuery,
    private readonly secrecy: Secrecy,
    private readonly mails: AccountMails,
  ) {}

  onModuleInit(): void {
    this.worker.register(this);
  }

  run(job: JobInHand): Promise<void> {
    const place = { space: job.space, correlation: randomUUID() };
    return this.units.runAs('system:refold', place, ESCALATED, async () => {
      await job.finish();
      const sent = await this.rows.findOneBy({ sharingId: job.subject, kind: 'sent' });
      // The case was erased meanwhile, or it was answered.
      if (!sent || (await this.isAnswered(sent.sharingId))) return;
      this.units.about(sent.caseFileId);
      const key = await this.secrecy.openDataKey(sent.keyId);
      await this.events.add(sent, key, { kind: 'escalated' }, { clock: true });
      for (const { id } of await SUPERVISORS.all(this.units.manager, [sent.caseFileId, null]))
        await this.mails.add('referral-silent', id);
      this.units.notes({ referral: sent.sharingId });
    });
  }

  /** Or taken back, or told of already. */
  private async isAnswered(sharingId: string): Promise<boolean> {
    const kind = In([...REFERRAL_ANSWERS, 'escalated']);
    if (await this.rows.existsBy({ sharingId, kind })) return true;
    return !(await this.grants.isKept(sharingId));
  }
}
