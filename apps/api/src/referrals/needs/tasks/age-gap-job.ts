import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SERVICE_NEEDS, type ServiceNeed } from '@repere/directory';
import { AccountMails } from '../../../access/accounts/mail/account-mails';
import { SUPERVISORS } from '../../../cases/break-glass/supervisors.query';
import { CaseRowsRepository } from '../../../cases/reading/case-rows.repository';
import { SystemJobs } from '../../../platform/jobs/system-jobs';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { SettleAfter } from '../settle-after';
import { isOver, UnaskedNeeds } from '../unasked/unasked-needs';
import { NeedTasksRepository } from './need-tasks.repository';

const AGE_GAP = 'need.age-gap';
/** By the case; a job of each need, so that it is told once of both, however often somebody looks. */
export const ageGapOf = (need: ServiceNeed): string => `${AGE_GAP}.${need}`;

/**
 * G05: services that would meet a need of this child shut out those of sixteen and seventeen. Supervisors are told, by code; where nobody
 * was asked, who follows the child has a task.
 */
@Injectable()
export class AgeGapJob implements OnModuleInit {
  constructor(
    private readonly jobs: SystemJobs,
    private readonly units: UnitOfWork,
    private readonly rows: CaseRowsRepository,
    private readonly tasks: NeedTasksRepository,
    private readonly unasked: UnaskedNeeds,
    private readonly settling: SettleAfter,
    private readonly mails: AccountMails,
  ) {}

  onModuleInit(): void {
    for (const need of SERVICE_NEEDS)
      this.jobs.register(
        { as: 'system:recompute', purpose: 'care', kind: ageGapOf(need), type: AGE_GAP },
        ({ subject }) => this.tellSupervisors(subject, need),
      );
  }

  private async tellSupervisors(caseFileId: string, need: ServiceNeed): Promise<void> {
    const row = await this.rows.lock(caseFileId);
    if (!row) return;
    const about = { need, needId: null };
    const before = (await this.tasks.ofNeed(row.id, about)).find(({ kind }) => kind === 'age-gap');
    if (before) {
      const found = await this.unasked.findUnasked(row.id, need);
      if (!found || !isOver(found)) return;
      // Somebody looks again before it is noted that the need was over: that ends this one, not the next.
      await this.tasks.removeTask(before.id);
    }
    this.units.aboutCase(row.id);
    const now = new Date(this.units.now());
    const id = randomUUID();
    await this.tasks.addTask({
      ...{ id, kind: 'age-gap', caseFileId: row.id, teamId: row.teamId, ...about },
      ...{ askerId: null, since: now, dueAt: now, lateAt: now },
    });
    await this.settling.settleNow(id);
    const told = await SUPERVISORS.readRows(this.units.manager, [row.id, null]);
    for (const { id } of told) await this.mails.addMail('age-gap', id);
    this.units.notes({ need, told: told.length });
  }
}
