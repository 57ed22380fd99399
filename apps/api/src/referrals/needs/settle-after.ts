import { Injectable } from '@nestjs/common';
import { Jobs } from '../../platform/jobs/jobs';
import { UnitOfWork } from '../../platform/unit/unit-of-work';

/** Behind an answer, a question or a referral, by its id: what it leaves of the need. */
export const SETTLE_NEEDS = 'need.settle';
/** The same at once, of what is settled once more when its time is over. */
export const SETTLE_NEEDS_NOW = 'need.settle-now';

/** Asks, in the transaction of what may change a need, that it is noted what became of the need. */
@Injectable()
export class SettleAfter {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly jobs: Jobs,
  ) {}

  /** `at`: not before this moment of the space’s clock; left out: at once. */
  async settleAfter(id: string, at: Date | null = null): Promise<void> {
    await this.jobs.addDue(SETTLE_NEEDS, id, at ?? this.atOnce());
  }

  /** Somebody was asked: nothing waits to be asked of the next one any more. */
  async settleNow(id: string): Promise<void> {
    await this.jobs.addDue(SETTLE_NEEDS_NOW, id, this.atOnce());
  }

  private atOnce(): Date {
    return new Date(this.unit.now());
  }
}
