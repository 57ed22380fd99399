import { Injectable } from '@nestjs/common';
import { Jobs } from '../../platform/jobs/jobs';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { CaseRowsRepository } from '../reading/case-rows.repository';
import { AssignmentsRepository } from './assignments.repository';

/** By the id of a case: whom its child can be told to is not who it was. */
export const SETTLE_CASE = 'need.settle-case';
/** By the id of a referral: what it opened was closed, since whom it was opened to is kept away from the case. */
export const PARTNER_KEPT_AWAY = 'referral.kept-away';

/**
 * A referral to somebody who is kept away from the case is over, as if it had been taken back: who reads nothing any more takes no child.
 * Whoever is told of it is told behind the act that keeps them away.
 */
@Injectable()
export class EndReferralsOf {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly rows: CaseRowsRepository,
    private readonly assignments: AssignmentsRepository,
    private readonly jobs: Jobs,
  ) {}

  /** By the system: to who declares a conflict the case is gone already. Locked, so that none is opened to them meanwhile. */
  async endReferrals(caseFileId: string, isKeptAway: (accountId: string) => boolean): Promise<void> {
    const ended = await this.unit.asSystem('system:recompute', async () => {
      // Its job holds its own row, then the case: so does this.
      await this.jobs.addAgain(SETTLE_CASE, caseFileId);
      await this.rows.lock(caseFileId);
      const over = await this.assignments.endReferralsOf(caseFileId, isKeptAway);
      for (const sharingId of over) await this.jobs.addJob(PARTNER_KEPT_AWAY, sharingId);
      return over;
    });
    if (ended.length > 0) this.unit.notes({ endedReferrals: ended });
  }

  /** They may be told again: what their services said counts again. */
  async admitAgain(caseFileId: string): Promise<void> {
    await this.unit.asSystem('system:recompute', () => this.jobs.addAgain(SETTLE_CASE, caseFileId));
  }
}
