import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { JobHandler, JobInHand } from '../../platform/jobs/job-handler';
import { JobWorker } from '../../platform/jobs/job-worker';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { SETTLE_NEEDS } from './settle-after';
import { SettleNeedsService } from './settle-needs.service';
import { UnmetNeedsRepository } from './unmet-needs.repository';

const SETTLE: DeclaredAct = { type: 'need.settle', purpose: 'care', idempotent: false };

/** What answers and silence come to is noted behind them, in a transaction of its own: nobody’s answer waits for the case. */
@Injectable()
export class SettleNeedsJob implements JobHandler, OnModuleInit {
  readonly kind = SETTLE_NEEDS;
  readonly afterDeath = 'again';
  readonly tries = 20;

  constructor(
    private readonly worker: JobWorker,
    private readonly units: UnitOfWork,
    private readonly unmet: UnmetNeedsRepository,
    private readonly settling: SettleNeedsService,
  ) {}

  onModuleInit(): void {
    this.worker.register(this);
  }

  runJob(job: JobInHand): Promise<void> {
    const place = { space: job.space, correlation: randomUUID() };
    return this.units.runAs('system:recompute', place, SETTLE, async () => {
      await job.finishJob();
      const caseFileId = await this.unmet.findCase(job.subject);
      if (caseFileId === null) return;
      this.units.aboutCase(caseFileId);
      const settled = await this.settling.settleNeeds(caseFileId);
      if (settled > 0) await this.units.recordEvent({ type: SETTLE.type, caseFileId, payload: { settled } });
    });
  }
}
