import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountMails } from '../../access/accounts/mail/account-mails';
import { machineNow } from '../../platform/clocks';
import type { JobHandler, JobInHand } from '../../platform/jobs/job-handler';
import { JobWorker } from '../../platform/jobs/job-worker';
import { Jobs } from '../../platform/jobs/jobs';
import { endOfWeek, subjectOfWeek, weekOf } from '../../platform/jobs/weeks';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { SURE_FOR_MS } from '../sure-for';
import { ADMINISTRATORS, STALE_SERVICES } from './stale-services.query';

/** When services are to be made sure of again, by the week in which that falls due. */
export const SERVICES_TO_CHECK = 'directory.services-to-check';
const REMINDED: DeclaredAct = { type: 'service.remind', purpose: 'administration', idempotent: false };

/** What nobody made sure of for long is told to administrators: one mail a week at most, with no name in it. */
@Injectable()
export class VerifyServicesJob implements JobHandler, OnModuleInit {
  readonly kind = SERVICES_TO_CHECK;
  readonly afterDeath = 'again';

  constructor(
    private readonly worker: JobWorker,
    private readonly units: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly mails: AccountMails,
  ) {}

  onModuleInit(): void {
    this.worker.register(this);
  }

  /** Of what was made sure of now: at the end of the week in which that will be too long ago. Once a week, however many they are. */
  async remindLater(): Promise<void> {
    const week = weekOf(machineNow() + SURE_FOR_MS);
    await this.jobs.addJob(SERVICES_TO_CHECK, subjectOfWeek(week), endOfWeek(week));
  }

  runJob(job: JobInHand): Promise<void> {
    const place = { space: job.space, correlation: randomUUID() };
    return this.units.runAs('system:recompute', place, REMINDED, async () => {
      await job.finishJob();
      const { manager } = this.units;
      const before = new Date(this.units.now() - SURE_FOR_MS);
      const counted = await STALE_SERVICES.first(manager, [before]);
      this.units.notes({ toCheck: Number(counted?.count ?? 0) });
      if (!counted || Number(counted.count) === 0) return;
      for (const { id } of await ADMINISTRATORS.readRows(manager))
        await this.mails.addReminder('reminder-services', id);
    });
  }
}
