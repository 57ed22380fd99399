import { Injectable } from '@nestjs/common';
import { type AskedService, type RankedService, rankServices, type WeighedService } from '@repere/directory';
import { bordersFrom, territoryName, territoryOf } from '@repere/territories';
import { redactedClasses, REDACTED } from '../../cases/disclosure/redacted-classes';
import { pageOfCase } from '../../cases/page/page-of-case';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { isOpenAt } from '../../directory/on-call/opening-hours';
import { ServiceAddressesRepository } from '../../directory/services/service-addresses.repository';
import { ServiceMembersQuery } from '../../directory/services/service-members.query';
import { type KnownService, ServicesRepository } from '../../directory/services/services.repository';
import { isStale } from '../../directory/sure-for';
import { principalOf } from '../../platform/unit/principal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { askedOfCase } from './asked-of-case';
import type { MatchedServiceDto, MatchedServicesDto, MatchServicesDto } from './match-services.dto';

const PAGE = 20;

/** Who can take this child, and why or why not: all services in codes, the first of them opened. */
@Injectable()
export class MatchServicesService {
  constructor(
    private readonly services: ServicesRepository,
    private readonly addresses: ServiceAddressesRepository,
    private readonly members: ServiceMembersQuery,
    private readonly unit: UnitOfWork,
  ) {}

  async match(file: LoadedCase, body: MatchServicesDto): Promise<MatchedServicesDto> {
    const redacted = redactedClasses(principalOf(this.unit.account), file.resource);
    const { asked, ranked } = await this.rank(file, body);
    const { from = 0 } = body;
    const count = (standing: RankedService['standing']): number =>
      ranked.filter((it) => it.standing === standing).length;
    const lostToAge = ranked.filter((it) => it.lostToAge).length;
    this.unit.notes({ need: asked.need, fit: count('fits'), toAsk: count('ask'), lostToAge });
    return {
      ...pageOfCase(file, redacted),
      territory: file.territory.name,
      ...{ need: asked.need, ages: asked.ages, sex: asked.sex, languages: asked.languages },
      at: new Date(asked.at).toISOString(),
      ...{ fit: count('fits'), toAsk: count('ask'), cannot: count('no'), lostToAge },
      items: await this.showRanked(ranked.slice(from, from + PAGE), redacted.has('places')),
      next: from + PAGE < ranked.length ? from + PAGE : null,
    };
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

  /** Whether this service may be told nothing of this case, whatever it was asked before. */
  async isKeptAway(file: LoadedCase, serviceId: string): Promise<boolean> {
    return (await this.keptAway(file)).has(serviceId);
  }

  /** All services, but those of which somebody is a member who is kept away from this case. */
  private async weighed(file: LoadedCase, { at }: AskedService): Promise<readonly WeighedService[]> {
    const kept = await this.keptAway(file);
    const borders = bordersFrom(file.row.territory);
    return (await this.services.listKnown())
      .filter(({ id }) => !kept.has(id))
      .map((service) => ({
        ...{ id: service.id, profile: service.profile },
        isOpen: isOpen(service, file.row.territory, at),
        borders: nearest(service.profile.territories, borders),
      }));
  }

  /** Services of which a member, whose account may be closed since, is kept away from this case. */
  private async keptAway({ row }: LoadedCase): Promise<ReadonlySet<string>> {
    const members = await this.members.listMembers();
    return new Set(members.filter(({ id }) => row.recusedIds.includes(id)).map((it) => it.serviceId));
  }

  private async showRanked(
    ranked: readonly RankedService[],
    hidesPlaces: boolean,
  ): Promise<readonly MatchedServiceDto[]> {
    const ids = ranked.map(({ id }) => id);
    const services = new Map((await this.services.listServices(ids)).map((it) => [it.id, it]));
    const secret = hidesPlaces ? new Map<string, string>() : await this.addresses.readAddresses(ids);
    return ranked.flatMap(({ id, ...why }) => {
      const service = services.get(id);
      if (!service) return [];
      const { profile, name, phones, email, address, say, verifiedAt } = service;
      const hasSecretAddress = profile.traits['secret-address'] === true;
      return [
        {
          ...{ id, name, phones, email, say, hasSecretAddress, ...why },
          ...{ kind: profile.kind, ages: profile.ages, waitingDays: profile.waitingDays },
          territoryNames: profile.territories.map(territoryName),
          // Where children hide is shown to who sees places of this case, and to nobody else.
          address: hasSecretAddress ? (hidesPlaces ? REDACTED : (secret.get(id) ?? '')) : (address ?? ''),
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
