import { Injectable, type OnModuleInit } from '@nestjs/common';
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
      this.jobs.register({ ...SETTLE, kind }, ({ subject }) => this.settleNeeds(subject));
  }

  private async settleNeeds(id: string): Promise<void> {
    const caseFileId = await this.unmet.findCase(id);
    if (caseFileId === null) return;
    this.units.aboutCase(caseFileId);
    const settled = await this.settling.settleNeeds(caseFileId);
    if (settled > 0) await this.units.recordEvent({ type: SETTLE.type, caseFileId, payload: { settled } });
  }
}
