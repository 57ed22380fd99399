import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DeclaredAct } from '../../../platform/unit/act';
import type { JobHandler, JobInHand } from '../../../platform/jobs/job-handler';
import { JobWorker } from '../../../platform/jobs/job-worker';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { EXPIRE } from './bundle-row';
import { BundlesRepository } from './bundles.repository';

const EXPIRED: DeclaredAct = { type: 'bundle.expired', purpose: 'maintenance', idempotent: false };

/** Takes the file of a bundle away when its time is over. That it was made stays known. */
@Injectable()
export class ExpireBundleJob implements JobHandler, OnModuleInit {
  readonly kind = EXPIRE;
  readonly afterDeath = 'again';

  constructor(
    private readonly worker: JobWorker,
    private readonly units: UnitOfWork,
    private readonly bundles: BundlesRepository,
  ) {}

  onModuleInit(): void {
    this.worker.register(this);
  }

  runJob(job: JobInHand): Promise<void> {
    const place = { space: job.space, correlation: randomUUID() };
    return this.units.runAs('system:bundles', place, EXPIRED, async () => {
      await this.bundles.drop(job.subject);
      await job.finishJob();
      this.units.notes({ bundle: job.subject });
    });
  }
}
