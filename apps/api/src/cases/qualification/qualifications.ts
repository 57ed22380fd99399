import { Inject, Injectable } from '@nestjs/common';
import { engineRoles } from '@repere/cases';
import { isoDay, localDay } from '@repere/feel';
import { type CurriculumItem, type Standing, standingOf, type Trained } from '@repere/protocol';
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
    const today = isoDay(localDay(this.unit.now(), basis.zone));
    return standingOf(item, certificates.map(trainedBy), { today, versions: basis.versions });
  }
}

const trainedBy = ({ role, protocols, scenario, practisedOn }: CertificateRow): Trained => ({
  roles: engineRoles([role]),
  versions: Object.fromEntries(protocols.map(({ protocol, version }) => [protocol, version])),
  scenario,
  on: practisedOn,
});
