import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ACCOUNT_ROLES, TEAM_RIGHTS, type TeamAct } from '@repere/access';
import { type CurriculumItem, endsSoonFrom } from '@repere/protocol';
import { zoneOf } from '@repere/territories';
import { AccountMails } from '../../access/accounts/mail/account-mails';
import { type CertificateRow, HOLDERS_SQL } from '../../access/team/training-certificates.query';
import { isAskedOf, Qualifications, type StandingBasis } from '../../cases/qualification/qualifications';
import { machineNow } from '../../platform/clocks';
import { Jobs } from '../../platform/jobs/jobs';
import { type SystemJob, SystemJobs } from '../../platform/jobs/system-jobs';
import { endOfWeek, startOfWeek, subjectOfWeek, weekOf, weekOfSubject } from '../../platform/jobs/weeks';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ProtocolRegistry } from '../../protocols/publishing/protocol-registry';
import { type VersionAdded, VersionNews } from '../../protocols/versions/version-news';

/** Certificates that end soon, by the week in which they begin to, and those that a new version has ended, by the week in which it did. */
export const RENEWALS = 'training.renewals';
const REMIND: SystemJob = {
  ...{ kind: RENEWALS, as: 'system:recompute', type: 'training-certificate.remind', purpose: 'training' },
};
const KEEPERS = ACCOUNT_ROLES.filter((role) =>
  (TEAM_RIGHTS[role] as readonly TeamAct[]).includes('keep-certificates'),
);

/**
 * Before what somebody practised holds no more, they are told once, by a mail without a name, and so is who supervises in their teams; in
 * the same way at the end of the week in which a new version of the protocol has ended it.
 */
@Injectable()
export class RemindRenewalsJob implements OnModuleInit {
  constructor(
    private readonly handlers: SystemJobs,
    private readonly units: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly mails: AccountMails,
    private readonly qualifications: Qualifications,
    private readonly registry: ProtocolRegistry,
    private readonly news: VersionNews,
  ) {}

  onModuleInit(): void {
    this.handlers.register(REMIND, ({ subject }) => this.remind(weekOfSubject(subject)));
    this.news.register((added) => this.tellOfVersion(added));
  }

  /** Whatever came before it: whether anybody held that, the week's round finds. */
  private async tellOfVersion({ inForceFrom }: VersionAdded): Promise<void> {
    // In a training space nobody has certificates.
    if (this.units.space.kind !== 'live') return;
    await this.askFor(weekOf(inForceFrom.getTime()));
  }

  private askFor(week: number): Promise<void> {
    return this.jobs.addJob(RENEWALS, subjectOfWeek(week), endOfWeek(week));
  }

  /** Of a certificate that comes in now: once for each time that something of it begins to end, at the end of that week. */
  async remindLater({
    protocols,
    practisedOn,
  }: Pick<CertificateRow, 'protocols' | 'practisedOn'>): Promise<void> {
    const practised = protocols.map(({ protocol }) => protocol);
    const items = this.qualifications.curriculum.filter(({ protocol }) => practised.includes(protocol));
    const weeks = items.map((item) => weekOf(tellsAt(endsSoonFrom(item, practisedOn), machineNow())));
    for (const week of new Set(weeks)) await this.askFor(week);
  }

  private async remind(week: number): Promise<void> {
    const people = await this.listEnding(week);
    this.units.notes({ people: people.length });
    for (const id of people) await this.mails.addReminder('reminder-training', id);
    const { manager } = this.units;
    for (const { id } of await HOLDERS_SQL.keepers.readRows(manager, [people, KEEPERS]))
      await this.mails.addReminder('reminder-team-training', id);
  }

  /** Accounts of which something begins to end in this week, which nothing newer outlasts, or was ended in it by a version. */
  private async listEnding(week: number): Promise<readonly string[]> {
    const published = await this.registry.readPublished();
    const inForce = { now: published.inForce, before: published.inForceBefore(startOfWeek(week)) };
    const found: string[] = [];
    for (let after: string | null = null; ;) {
      const holders: readonly { readonly id: string; readonly roles: CertificateRow['role'][] }[] =
        await HOLDERS_SQL.list.readRows(this.units.manager, [after]);
      if (holders.length === 0) return found;
      const held = await this.qualifications.readCertificates(holders.map(({ id }) => id));
      for (const { id, roles } of holders) {
        const items = this.qualifications.curriculum.filter((item) => isAskedOf(item, roles));
        const certificates = held.get(id) ?? [];
        if (items.some((item) => this.ends(item, certificates, { week, ...inForce }))) found.push(id);
      }
      after = holders.at(-1)?.id ?? null;
    }
  }

  /** `now`, `before`: versions in force now, and before this week began. */
  private ends(
    item: CurriculumItem,
    certificates: readonly CertificateRow[],
    { week, now, before }: { readonly week: number; readonly now: Versions; readonly before: Versions },
  ): boolean {
    const zone = zoneOf('');
    const standing = this.qualifications.standing(item, certificates, { versions: now, zone });
    if (standing.state === 'never') return false;
    if (standing.because.includes('version'))
      return (
        this.qualifications.standing(item, certificates, { versions: before, zone }).state === 'up-to-date'
      );
    if (standing.because.some((it) => it !== 'months')) return false;
    const cameIn = certificates.filter(({ practisedOn }) => practisedOn === standing.on);
    const at = tellsAt(
      endsSoonFrom(item, standing.on),
      Math.min(...cameIn.map(({ importedAt }) => importedAt.getTime())),
    );
    return weekOf(at) === week;
  }
}

type Versions = StandingBasis['versions'];

/** What was nearly over when it came in is told of in that very week. `day`: ISO. */
const tellsAt = (day: string, importedAt: number): number => Math.max(Date.parse(day), importedAt);
