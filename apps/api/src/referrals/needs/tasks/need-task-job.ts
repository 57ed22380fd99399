import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountMails } from '../../../access/accounts/mail/account-mails';
import { SUPERVISORS } from '../../../cases/break-glass/supervisors.query';
import { type SystemJob, SystemJobs } from '../../../platform/jobs/system-jobs';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import type { NeedTaskEntity } from '../../entities/need-task.entity';
import { NeedTasksRepository } from './need-tasks.repository';
import { TASK_FOLLOWERS, TASK_STANDS } from './task-followers.query';

/** By the id of the task: it is there, and it was not done in time. */
export const TASK_BEGAN = 'need.task-began';
export const TASK_LATE = 'need.task-late';
const CARE = { as: 'system:recompute', purpose: 'care' } as const satisfies Partial<SystemJob>;

/** Who follows the child is told that something waits; not done in time, the supervisors of the case are. A task that is done, or ended with the case, tells nobody. */
@Injectable()
export class NeedTaskJob implements OnModuleInit {
  constructor(
    private readonly jobs: SystemJobs,
    private readonly units: UnitOfWork,
    private readonly tasks: NeedTasksRepository,
    private readonly mails: AccountMails,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ ...CARE, kind: TASK_BEGAN, type: TASK_BEGAN }, ({ subject }) =>
      this.tellOf(subject, (task) => this.tellFollowers(task)),
    );
    this.jobs.register({ ...CARE, kind: TASK_LATE, type: TASK_LATE }, ({ subject }) =>
      this.tellOf(subject, (task) => this.tellSupervisors(task)),
    );
  }

  private async tellOf(id: string, telling: (task: NeedTaskEntity) => Promise<number>): Promise<void> {
    const task = await this.tasks.findTask(id);
    if (!task || !(await TASK_STANDS.first(this.units.manager, [id]))?.stands) return;
    this.units.aboutCase(task.caseFileId);
    this.units.notes({ task: id, kind: task.kind, told: await telling(task) });
  }

  /** Where nobody follows the child, who supervises is told at once. */
  private async tellFollowers(task: NeedTaskEntity): Promise<number> {
    const found = await TASK_FOLLOWERS.readRows(this.units.manager, [task.caseFileId, task.askerId]);
    for (const { id } of found) await this.mails.addReminder('reminder-referral', id);
    return found.length > 0 ? found.length : this.tellSupervisors(task);
  }

  private async tellSupervisors({ caseFileId }: NeedTaskEntity): Promise<number> {
    const found = await SUPERVISORS.readRows(this.units.manager, [caseFileId, null]);
    for (const { id } of found) await this.mails.addMail('referral-silent', id);
    return found.length;
  }
}
