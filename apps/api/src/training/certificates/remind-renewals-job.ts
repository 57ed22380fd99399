import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ACCOUNT_ROLES, TEAM_RIGHTS, type TeamAct } from '@repere/access';
import { endsSoonFrom } from '@repere/protocol';
import { zoneOf } from '@repere/territories';
import { AccountMails } from '../../access/accounts/mail/account-mails';
import { type CertificateRow, HOLDERS_SQL } from '../../access/team/training-certificates.query';
import { isAskedOf, Qualifications } from '../../cases/qualification/qualifications';
import { machineNow } from '../../platform/clocks';
import type { JobHandler, JobInHand } from '../../platform/jobs/job-handler';
import { JobWorker } from '../../platform/jobs/job-worker';
import { Jobs } from '../../platform/jobs/jobs';
import { endOfWeek, subjectOfWeek, weekOf, weekOfSubject } from '../../platform/jobs/weeks';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ProtocolRegistry } from '../../protocols/publishing/protocol-registry';

/** Certificates that end soon, by the week in which they begin to. */
export const RENEWALS = 'training.renewals';
const REMINDED: DeclaredAct = {
  ...{ type: 'training-certificate.remind', purpose: 'training', idempotent: false },
};
const KEEPERS = ACCOUNT_ROLES.filter((role) =>
  (TEAM_RIGHTS[role] as readonly TeamAct[]).includes('keep-certificates'),
);

/**
 * Before what somebody practised holds no more, they are told once, by a mail without a name, and so is who supervises in their teams.
 * What ends by a new version is told by nobody: pages say so.
 */
@Injectable()
export class RemindRenewalsJob implements JobHandler, OnModuleInit {
  readonly kind = RENEWALS;
  readonly afterDeath = 'again';

  constructor(
    private readonly worker: JobWorker,
    private readonly units: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly mails: AccountMails,
    private readonly qualifications: Qualifications,
    private readonly registry: ProtocolRegistry,
  ) {}

  onModuleInit(): void {
    this.worker.register(this);
  }

  /** Of a certificate that comes in now: once for each time that something of it begins to end, at the end of that week. */
  async remindLater({
    protocols,
    practisedOn,
  }: Pick<CertificateRow, 'protocols' | 'practisedOn'>): Promise<void> {
    const practised = protocols.map(({ protocol }) => protocol);
    const items = this.qualifications.curriculum.filter(({ protocol }) => practised.includes(protocol));
    const weeks = items.map((item) => weekOf(tellsAt(endsSoonFrom(item, practisedOn), machineNow())));
    for (const week of new Set(weeks)) await this.jobs.addJob(RENEWALS, subjectOfWeek(week), endOfWeek(week));
  }

  runJob(job: JobInHand): Promise<void> {
    const place = { space: job.space, correlation: randomUUID() };
    return this.units.runAs('system:recompute', place, REMINDED, async () => {
      await job.finishJob();
      const people = await this.listEnding(weekOfSubject(job.subject));
      this.units.notes({ people: people.length });
      for (const id of people) await this.mails.addReminder('reminder-training', id);
      const { manager } = this.units;
      for (const { id } of await HOLDERS_SQL.keepers.readRows(manager, [people, KEEPERS]))
        await this.mails.addReminder('reminder-team-training', id);
    });
  }

  /** Accounts of which something begins to end in this week, which nothing newer outlasts. */
  private async listEnding(week: number): Promise<readonly string[]> {
    const { inForce: versions } = await this.registry.readPublished();
    const found: string[] = [];
    for (let after: string | null = null; ;) {
      const holders: readonly { readonly id: string; readonly roles: CertificateRow['role'][] }[] =
        await HOLDERS_SQL.list.readRows(this.units.manager, [after]);
      if (holders.length === 0) return found;
      const held = await this.qualifications.readCertificates(holders.map(({ id }) => id));
      for (const { id, roles } of holders) {
        const items = this.qualifications.curriculum.filter((item) => isAskedOf(item, roles));
        const certificates = held.get(id) ?? [];
        const isEnding = items.some((item) => {
          const standing = this.qualifications.standing(item, certificates, { versions, zone: zoneOf('') });
          if (standing.state === 'never' || standing.because.some((it) => it !== 'months')) return false;
          const cameIn = certificates.filter(({ practisedOn }) => practisedOn === standing.on);
          const at = tellsAt(
            endsSoonFrom(item, standing.on),
            Math.min(...cameIn.map(({ importedAt }) => importedAt.getTime())),
          );
          return weekOf(at) === week;
        });
        if (isEnding) found.push(id);
      }
      after = holders.at(-1)?.id ?? null;
    }
  }
}

/** What was nearly over when it came in is told of in that very week. `day`: ISO. */
const tellsAt = (day: string, importedAt: number): number => Math.max(Date.parse(day), importedAt);
