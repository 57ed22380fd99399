import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SERVICE_NEEDS, type ServiceNeed } from '@repere/directory';
import { AccountMails } from '../../../access/accounts/mail/account-mails';
import { SUPERVISORS } from '../../../cases/break-glass/supervisors.query';
import { CaseRowsRepository } from '../../../cases/reading/case-rows.repository';
import { SystemJobs } from '../../../platform/jobs/system-jobs';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { NeedTasksRepository } from './need-tasks.repository';

const AGE_GAP = 'need.age-gap';
/** By the case; a job of each need, so that it is told once of both, however often somebody looks. */
export const ageGapOf = (need: ServiceNeed): string => `${AGE_GAP}.${need}`;

/** G05: services that would meet a need of this child shut out those of sixteen and seventeen. Supervisors are told, by code. */
@Injectable()
export class AgeGapJob implements OnModuleInit {
  constructor(
    private readonly jobs: SystemJobs,
    private readonly units: UnitOfWork,
    private readonly rows: CaseRowsRepository,
    private readonly tasks: NeedTasksRepository,
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
    if ((await this.tasks.ofNeed(row.id, about)).some(({ kind }) => kind === 'age-gap')) return;
    this.units.aboutCase(row.id);
    const now = new Date(this.units.now());
    await this.tasks.addTask({
      ...{ id: randomUUID(), kind: 'age-gap', caseFileId: row.id, teamId: row.teamId, ...about },
      ...{ askerId: null, since: now, dueAt: now, lateAt: now },
    });
    const told = await SUPERVISORS.readRows(this.units.manager, [row.id, null]);
    for (const { id } of told) await this.mails.addMail('age-gap', id);
    this.units.notes({ need, told: told.length });
  }
}
