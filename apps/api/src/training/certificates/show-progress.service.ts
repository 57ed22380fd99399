import { Injectable } from '@nestjs/common';
import { type AccountRole, mayNowhere, teamsWhere } from '@repere/access';
import type { CurriculumItem } from '@repere/protocol';
import { zoneOf } from '@repere/territories';
import { TeamQuery } from '../../access/team/team.query';
import type { CertificateRow } from '../../access/team/training-certificates.query';
import { isAskedOf, Qualifications } from '../../cases/qualification/qualifications';
import { Refusal } from '../../platform/refusals/refusal';
import { principalOf } from '../../platform/unit/principal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ProtocolRegistry } from '../../protocols/publishing/protocol-registry';
import type { HeldCertificateDto } from './certificates.dto';
import type {
  CurriculumItemDto,
  OwnTrainingDto,
  PersonStandingDto,
  StandingDto,
  TrainingMatrixDto,
} from './progress.dto';

/** People on one page: who supervises more says so by their teams. */
export const MOST_PEOPLE = 200;
/** Certificates that are told of each. */
const MOST_CERTIFICATES = 50;

interface Person {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly AccountRole[];
}

/** Who is up to date with what they should have practised. No figure of how well anybody did is anywhere in a live space. */
@Injectable()
export class ShowProgress {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly teams: TeamQuery,
    private readonly registry: ProtocolRegistry,
    private readonly qualifications: Qualifications,
  ) {}

  /** People of the teams that the reader supervises who have something to practise. */
  async showMatrix(): Promise<TrainingMatrixDto> {
    this.demandLive();
    const teamIds = teamsWhere(principalOf(this.unit.account), 'keep-certificates');
    if (teamIds.length === 0)
      throw new Refusal('not-allowed', { reasons: [mayNowhere('keep-certificates')] });
    const { curriculum } = this.qualifications;
    const mates = (await this.teams.mates(teamIds)).filter(({ roles }) =>
      curriculum.some((item) => isAskedOf(item, roles)),
    );
    const versions = await this.readVersions();
    const held = await this.qualifications.readCertificates(mates.map(({ id }) => id));
    const people = mates
      .map((it) => this.showPerson(it, held.get(it.id) ?? [], versions))
      .sort(mostToDoFirst)
      .slice(0, MOST_PEOPLE);
    return {
      isFollowed: this.qualifications.isFollowed,
      items: curriculum.map((item) => showItem(item, versions)),
      people,
      isCut: mates.length > people.length,
    };
  }

  /** What is known here of whoever asks. */
  async showOwn(): Promise<OwnTrainingDto> {
    this.demandLive();
    const { id, name, roles } = this.unit.account;
    const versions = await this.readVersions();
    const held = await this.qualifications.readCertificates([id]);
    const items = this.qualifications.curriculum.filter((item) => isAskedOf(item, roles));
    return {
      isFollowed: this.qualifications.isFollowed,
      items: items.map((item) => showItem(item, versions)),
      own: this.showPerson({ id, name, roles }, held.get(id) ?? [], versions, items),
    };
  }

  private showPerson(
    { id, name, roles }: Person,
    certificates: readonly CertificateRow[],
    versions: Readonly<Record<string, string>>,
    items = this.qualifications.curriculum,
  ): PersonStandingDto {
    return {
      ...{ accountId: id, name, roles },
      standings: items.map((item) => this.showStanding(item, roles, certificates, versions)),
      certificates: certificates.slice(0, MOST_CERTIFICATES).map(showCertificate),
    };
  }

  private showStanding(
    item: CurriculumItem,
    roles: readonly AccountRole[],
    certificates: readonly CertificateRow[],
    versions: Readonly<Record<string, string>>,
  ): StandingDto {
    const zone = zoneOf(this.unit.account.teams[0]?.territory ?? '');
    const standing = this.qualifications.standing(item, certificates, { versions, zone });
    if (standing.state !== 'never') {
      const { until, because } = standing;
      const state = this.qualifications.endsSoon(item, standing, zone) ? 'ends-soon' : standing.state;
      return { item: item.id, state, until, because };
    }
    const state = isAskedOf(item, roles) ? 'never' : 'not-asked';
    return { item: item.id, state, until: null, because: [] };
  }

  private async readVersions(): Promise<Readonly<Record<string, string>>> {
    return (await this.registry.readPublished()).inForce;
  }

  private demandLive(): void {
    if (this.unit.space.kind !== 'live') throw new Refusal('not-found');
  }
}

/** Whoever is late comes first, and a list that is cut leaves out who is up to date; alike by name, as they were. */
const mostToDoFirst = (a: PersonStandingDto, b: PersonStandingDto): number =>
  countOf(b, ['renewal-due', 'never']) - countOf(a, ['renewal-due', 'never']) ||
  countOf(b, ['ends-soon']) - countOf(a, ['ends-soon']);

const countOf = ({ standings }: PersonStandingDto, states: readonly StandingDto['state'][]): number =>
  standings.filter(({ state }) => states.includes(state)).length;

const showItem = (
  { id, title, protocol, months, renews, asked }: CurriculumItem,
  versions: Readonly<Record<string, string>>,
): CurriculumItemDto => ({
  ...{ id, title, protocol, months, renews },
  version: versions[protocol] ?? null,
  isAsked: asked !== null,
});

const showCertificate = ({ importedAt, protocols, ...row }: CertificateRow): HeldCertificateDto => ({
  ...{ id: row.id, role: row.role, title: row.title, practisedOn: row.practisedOn },
  protocols: protocols.map(({ protocol, version }) => `${protocol} ${version}`),
  ...{ trainer: row.trainer, importedBy: row.importedBy, importedAt: importedAt.toISOString() },
});
