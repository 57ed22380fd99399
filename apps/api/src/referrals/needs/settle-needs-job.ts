import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SETTLE_CASE } from '../../cases/grants/end-referrals-of';
import { type SystemJob, SystemJobs } from '../../platform/jobs/system-jobs';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { SETTLE_NEEDS, SETTLE_NEEDS_NOW } from './settle-after';
import { SettleNeedsService } from './settle-needs.service';
import { UnmetNeedsRepository } from './unmet-needs.repository';

const SETTLE: SystemJob = {
  ...{ kind: SETTLE_NEEDS, as: 'system:recompute', type: 'need.settle', purpose: 'care' },
  tries: 20,
};

/** What answers and silence come to is noted behind them, in a transaction of its own: nobody’s answer waits for the case. */
@Injectable()
export class SettleNeedsJob implements OnModuleInit {
  constructor(
    private readonly jobs: SystemJobs,
    private readonly units: UnitOfWork,
    private readonly unmet: UnmetNeedsRepository,
    private readonly settling: SettleNeedsService,
  ) {}

  onModuleInit(): void {
    for (const kind of [SETTLE_NEEDS, SETTLE_NEEDS_NOW])
      this.jobs.register({ ...SETTLE, kind }, async ({ subject }) =>
        this.settleNeeds(await this.unmet.findCase(subject)),
      );
    this.jobs.register({ ...SETTLE, kind: SETTLE_CASE }, ({ subject }) => this.settleNeeds(subject));
  }

  private async settleNeeds(caseFileId: string | null): Promise<void> {
    if (caseFileId === null) return;
    this.units.aboutCase(caseFileId);
    const settled = await this.settling.settleNeeds(caseFileId);
    if (settled > 0) await this.units.recordEvent({ type: SETTLE.type, caseFileId, payload: { settled } });
  }
}
