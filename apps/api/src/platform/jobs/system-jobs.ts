import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DeclaredAct } from '../unit/act';
import type { SystemActorId } from '../unit/actor';
import { UnitOfWork } from '../unit/unit-of-work';
import type { JobHandler, JobInHand } from './job-handler';
import { JobWorker } from './job-worker';

/** A kind of job that is one act of the system. */
export interface SystemJob extends Pick<JobHandler, 'kind' | 'tries'>, Pick<DeclaredAct, 'type' | 'purpose'> {
  readonly as: SystemActorId;
}

/** Jobs that the clock brings and that nobody waits for: each is one transaction, which ends the job and does what it stands for. */
@Injectable()
export class SystemJobs {
  constructor(
    private readonly worker: JobWorker,
    private readonly units: UnitOfWork,
  ) {}

  /** `work` runs in the unit of that act. Where the job is in other hands by then, nothing of it is kept. */
  register({ as, type, purpose, ...kind }: SystemJob, work: (job: JobInHand) => Promise<void>): void {
    const act: DeclaredAct = { type, purpose, idempotent: false };
    this.worker.register({
      ...kind,
      afterDeath: 'again',
      runJob: (job) =>
        this.units.runAs(as, { space: job.space, correlation: randomUUID() }, act, async () => {
          await job.finishJob();
          await work(job);
        }),
    });
  }
}
