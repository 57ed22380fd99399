import { Injectable } from '@nestjs/common';
import {
  type AskedService,
  NEEDS,
  type RankedService,
  rankServices,
  type ServiceNeed,
  type WeighedService,
} from '@repere/directory';
import type { FieldClass } from '@repere/protocol';
import { bordersFrom, territoryName, territoryOf } from '@repere/territories';
import { redactedClasses, REDACTED } from '../../cases/disclosure/redacted-classes';
import { pageOfCase } from '../../cases/page/page-of-case';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { isOpenAt } from '../../directory/on-call/opening-hours';
import { ServiceMembersQuery } from '../../directory/services/service-members.query';
import { ServiceAddressesRepository } from '../../directory/services/service-addresses.repository';
import { type KnownService, ServicesRepository } from '../../directory/services/services.repository';
import { isStale } from '../../directory/sure-for';
import { Jobs } from '../../platform/jobs/jobs';
import { principalOf } from '../../platform/unit/principal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ageGapOf } from '../needs/tasks/age-gap-job';
import { isOver, UnaskedNeeds } from '../needs/unasked/unasked-needs';
import { TakenPlacesOfServices } from '../places/taken-places';
import { askedOfCase } from './asked-of-case';
import { KeptAwayServices } from './kept-away-services';
import { isNamesake, namesAround } from './namesakes';
import { ToldServicesQuery } from './told-services.query';
import type { MatchedServiceDto, MatchedServicesDto, MatchServicesDto } from './match-services.dto';

const PAGE = 20;

/** Who can take this child, and why or why not: all services in codes, the first of them opened. */
@Injectable()
export class MatchServicesService {
  constructor(
    private readonly services: ServicesRepository,
    private readonly addresses: ServiceAddressesRepository,
    private readonly keptAway: KeptAwayServices,
    private readonly told: ToldServicesQuery,
    private readonly members: ServiceMembersQuery,
    private readonly jobs: Jobs,
    private readonly unit: UnitOfWork,
    private readonly places: TakenPlacesOfServices,
    private readonly unasked: UnaskedNeeds,
  ) {}

  async match(file: LoadedCase, body: MatchServicesDto): Promise<MatchedServicesDto> {
    const redacted = redactedClasses(principalOf(this.unit.account), file.resource);
    const { asked, ranked } = await this.rank(file, body);
    const { from = 0 } = body;
    const count = (standing: RankedService['standing']): number =>
      ranked.filter((it) => it.standing === standing).length;
    const lostToAge = ranked.filter((it) => it.lostToAge).length;
    this.unit.notes({ need: asked.need, fit: count('fits'), toAsk: count('ask'), lostToAge });
    if (lostToAge > 0) await this.raiseAgeGap(file, asked.need);
    return {
      ...pageOfCase(file, redacted),
      territory: file.territory.name,
      ...{ need: asked.need, ages: asked.ages, sex: asked.sex, languages: asked.languages },
      at: new Date(asked.at).toISOString(),
      ...{ fit: count('fits'), toAsk: count('ask'), cannot: count('no'), lostToAge },
      items: await this.showRanked(file, ranked.slice(from, from + PAGE), redacted),
      next: from + PAGE < ranked.length ? from + PAGE : null,
    };
  }

  /** Once of a case and a need, and anew when somebody looks for it again after it was said to be over. */
  private async raiseAgeGap({ row }: LoadedCase, need: ServiceNeed): Promise<void> {
    const found = await this.unasked.findUnasked(row.id, need);
    if (found && isOver(found)) await this.jobs.addAgain(ageGapOf(need), row.id);
    else await this.jobs.addJob(ageGapOf(need), row.id);
  }

  /** What is asked for this child, and every service that may be asked, in order. */
  async rank(
    file: LoadedCase,
    body: MatchServicesDto,
  ): Promise<{ readonly asked: AskedService; readonly ranked: readonly RankedService[] }> {
    const redacted = redactedClasses(principalOf(this.unit.account), file.resource);
    const asked = askedOfCase(file, redacted, body, this.unit.now());
    return { asked, ranked: rankServices(await this.weighed(file, asked), asked) };
  }

  /**
   * Where children hide: of the services that know who this child is, for who sees places of this case; of no other to anybody who looks
   * for one. The event says which were shown.
   */
  private async readSecret(
    { row }: LoadedCase,
    services: readonly KnownService[],
  ): Promise<ReadonlyMap<string, string>> {
    const secret = services.filter(({ profile }) => profile.traits['secret-address'] === true);
    const told = await this.told.listTold(
      row.id,
      secret.map(({ id }) => id),
    );
    const found = await this.addresses.readAddresses(told);
    if (told.length > 0) this.unit.notes({ addresses: told });
    return new Map(told.map((id) => [id, found.get(id) ?? '']));
  }

  /** All services, but those of which somebody is a member who is kept away from this case. */
  private async weighed(file: LoadedCase, { at, need }: AskedService): Promise<readonly WeighedService[]> {
    const kept = await this.keptAway.listServices(file);
    const borders = bordersFrom(file.row.territory);
    const known = (await this.services.listKnown()).filter(({ id }) => !kept.has(id));
    const withPlaces = known.filter(({ profile: { places } }) => places !== null && places.free > 0);
    const taken = NEEDS[need].isBed
      ? await this.places.countSeen(file, withPlaces)
      : new Map<string, number>();
    // One of several that was taken changes nothing.
    const isTaken = ({ id, profile: { places } }: KnownService): boolean =>
      (taken.get(id) ?? 0) >= (places?.free ?? Infinity);
    return known.map((service) => ({
      ...{ id: service.id, profile: service.profile, isPlaceTaken: isTaken(service) },
      isOpen: isOpen(service, file.row.territory, at),
      borders: nearest(service.profile.territories, borders),
    }));
  }

  private async showRanked(
    file: LoadedCase,
    ranked: readonly RankedService[],
    redacted: ReadonlySet<FieldClass>,
  ): Promise<readonly MatchedServiceDto[]> {
    const ids = ranked.map(({ id }) => id);
    const services = new Map((await this.services.listServices(ids)).map((it) => [it.id, it]));
    const members = await this.members.listOpenMembers(ids);
    const around = namesAround(file, redacted);
    const secret = redacted.has('places')
      ? new Map<string, string>()
      : await this.readSecret(file, [...services.values()]);
    return ranked.flatMap(({ id, ...why }) => {
      const service = services.get(id);
      if (!service) return [];
      const { profile, name, phones, email, address, say, verifiedAt } = service;
      const hasSecretAddress = profile.traits['secret-address'] === true;
      return [
        {
          ...{ id, name, phones, email, say, hasSecretAddress, ...why },
          hasAccount: members.some(({ serviceId }) => serviceId === id),
          hasNamesake: members.some(({ serviceId, name: of }) => serviceId === id && isNamesake(of, around)),
          ...{ kind: profile.kind, ages: profile.ages, waitingDays: profile.waitingDays },
          territoryNames: profile.territories.map(territoryName),
          address: hasSecretAddress ? (secret.get(id) ?? REDACTED) : (address ?? ''),
          freePlaces: profile.places?.free ?? null,
          placesAt: profile.places?.at ?? null,
          verifiedAt: verifiedAt.toISOString(),
          isStale: isStale(service, this.unit.now()),
        },
      ];
    });
  }
}

/** By the clock where the service is; `null`: its hours are not known. */
function isOpen({ hours, profile }: KnownService, near: string, at: number): boolean | null {
  if (hours === null) return null;
  if (hours === 'always') return true;
  const territory = territoryOf(profile.territories[0] ?? near);
  return territory ? isOpenAt(hours, at, territory) : null;
}

/** To the nearest of a service's territories; `null`: none is reached by land. */
function nearest(territories: readonly string[], borders: ReadonlyMap<string, number>): number | null {
  const found = territories.flatMap((code) => borders.get(code) ?? []);
  return found.length > 0 ? Math.min(...found) : null;
}
