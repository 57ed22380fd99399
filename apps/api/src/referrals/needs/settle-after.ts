import { Injectable } from '@nestjs/common';
import { machineNow } from '../../platform/clocks';
import { Jobs } from '../../platform/jobs/jobs';
import { UnitOfWork } from '../../platform/unit/unit-of-work';

/** Behind an answer, a question or a referral, by its id: what it leaves of the need. */
export const SETTLE_NEEDS = 'need.settle';

/** Asks, in the transaction of what may change a need, that it is noted what became of the need. */
@Injectable()
export class SettleAfter {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly jobs: Jobs,
  ) {}

  /** `at`: not before this moment of the space’s clock; left out: at once. */
  async settleAfter(id: string, at: Date | null = null): Promise<void> {
    const wait = at && at.getTime() - this.unit.now();
    await this.jobs.addJob(SETTLE_NEEDS, id, wait === null ? null : new Date(machineNow() + wait));
  }
}
