import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountMails } from '../access/accounts/mail/account-mails';
import { machineNow } from '../platform/clocks';
import { Jobs } from '../platform/jobs/jobs';
import { type SystemJob, SystemJobs } from '../platform/jobs/system-jobs';
import { endOfWeek, subjectOfWeek, weekOf } from '../platform/jobs/weeks';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { SURE_FOR_MS } from './sure-for';
import { ADMINISTRATORS, TO_CHECK } from './to-check.query';

/** When services and contacts are to be made sure of again, by the week in which that falls due. */
export const DIRECTORY_TO_CHECK = 'directory.to-check';
const REMIND: SystemJob = {
  ...{ kind: DIRECTORY_TO_CHECK, as: 'system:recompute', type: 'service.remind', purpose: 'administration' },
};

/** What nobody made sure of for long is told to administrators: one mail a week at most, with no name in it. */
@Injectable()
export class RemindToCheck implements OnModuleInit {
  constructor(
    private readonly handlers: SystemJobs,
    private readonly units: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly mails: AccountMails,
  ) {}

  onModuleInit(): void {
    this.handlers.register(REMIND, () => this.remind());
  }

  /** Of what was made sure of now: at the end of the week in which that will be too long ago. Once a week, however many they are. */
  async remindLater(): Promise<void> {
    const week = weekOf(machineNow() + SURE_FOR_MS);
    await this.jobs.addJob(DIRECTORY_TO_CHECK, subjectOfWeek(week), endOfWeek(week));
  }

  private async remind(): Promise<void> {
    const { manager } = this.units;
    const before = new Date(this.units.now() - SURE_FOR_MS);
    const { services = 0, contacts = 0 } = (await TO_CHECK.first(manager, [before])) ?? {};
    this.units.notes({ toCheck: services, contacts });
    if (services + contacts === 0) return;
    for (const { id } of await ADMINISTRATORS.readRows(manager))
      await this.mails.addReminder('reminder-services', id);
  }
}
