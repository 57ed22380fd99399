import { Inject, Injectable } from '@nestjs/common';
import type { AccountRole } from '@repere/access';
import { engineRoles, type Words } from '@repere/cases';
import { isoDay, localDay } from '@repere/feel';
import { type CurriculumItem, endsSoonFrom, type Standing, standingOf, type Trained } from '@repere/protocol';
import { zoneOf } from '@repere/territories';
import { CERTIFICATES_SQL, type CertificateRow } from '../../access/team/training-certificates.query';
import type { Configuration } from '../../platform/settings/configuration';
import { CONFIGURATION } from '../../platform/tokens';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ProtocolLibrary } from '../../protocols/protocol-library';

/** What an account stands with: against which versions, on which day. */
export interface StandingBasis {
  /** In force, by protocol. */
  readonly versions: Readonly<Record<string, string>>;
  readonly zone: string;
}

/** Something that is to be practised again. `until`: ISO day, the last on which it holds or would have held. */
export interface Renewal {
  readonly item: string;
  readonly title: Words;
  readonly isOver: boolean;
  /** A version of the protocol that came into force since has ended it, whatever its day says. */
  readonly isByVersion: boolean;
  readonly until: string;
}

/** Who is up to date with what they should have practised, by certificates that came from training spaces. */
@Injectable()
export class Qualifications {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly library: ProtocolLibrary,
    @Inject(CONFIGURATION) private readonly configuration: Pick<Configuration, 'followsCertificates'>,
  ) {}

  /** What each role should have practised, in the order of the list. */
  get curriculum(): readonly CurriculumItem[] {
    return this.library.curriculum;
  }

  /** Whether this house answers by certificates whether somebody is trained. In a training space nobody has any. */
  get isFollowed(): boolean {
    return this.configuration.followsCertificates === true && this.unit.space.kind === 'live';
  }

  /** Certificates of these accounts, by account. */
  async readCertificates(
    accountIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly CertificateRow[]>> {
    if (accountIds.length === 0) return new Map();
    const found = await CERTIFICATES_SQL.ofAccounts.readRows(this.unit.manager, [accountIds]);
    return Map.groupBy(found, ({ accountId }) => accountId);
  }

  /** Where somebody with these certificates stands with an item, at the moment of the unit. */
  standing(item: CurriculumItem, certificates: readonly CertificateRow[], basis: StandingBasis): Standing {
    return standingOf(item, certificates.map(trainedBy), {
      today: this.today(basis.zone),
      versions: basis.versions,
    });
  }

  /** Whether what holds still ends soon: who reads it is told. */
  endsSoon(item: CurriculumItem, standing: Standing, zone: string): boolean {
    return standing.state === 'up-to-date' && endsSoonFrom(item, standing.on) <= this.today(zone);
  }

  /** What ends soon or has ended of whoever asks, in the order of the list. `versions`: in force, by protocol. */
  async listOwnRenewals(versions: StandingBasis['versions']): Promise<readonly Renewal[]> {
    if (this.unit.space.kind !== 'live') return [];
    const { id, roles, teams } = this.unit.account;
    const certificates = (await this.readCertificates([id])).get(id) ?? [];
    const zone = zoneOf(teams[0]?.territory);
    return this.curriculum.flatMap((item): readonly Renewal[] => {
      const standing = this.standing(item, certificates, { versions, zone });
      if (standing.state === 'never' || !isAskedOf(item, roles)) return [];
      const isOver = standing.state === 'renewal-due';
      if (!isOver && !this.endsSoon(item, standing, zone)) return [];
      const isByVersion = standing.because.includes('version');
      return [{ item: item.id, title: item.title, isOver, isByVersion, until: standing.until }];
    });
  }

  private today(zone: string): string {
    return isoDay(localDay(this.unit.now(), zone));
  }
}

/** Whether somebody of these roles should have practised it. */
export const isAskedOf = (item: CurriculumItem, roles: readonly AccountRole[]): boolean =>
  engineRoles(roles).some((role) => item.roles.includes(role));

const trainedBy = ({ role, protocols, scenario, practisedOn }: CertificateRow): Trained => ({
  roles: engineRoles([role]),
  versions: Object.fromEntries(protocols.map(({ protocol, version }) => [protocol, version])),
  scenario,
  on: practisedOn,
});
