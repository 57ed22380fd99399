import { excludesSixteenSeventeen, SERVICE_TRAITS } from '@repere/directory';
import { territoryName } from '@repere/territories';
import { isStale } from '../sure-for';
import type { DirectoryService } from './services.repository';
import type { DirectoryServiceDto } from './services.dto';
import type { ServiceMember } from './service-members.query';

/** A service as who keeps the directory sees it: whatever is secret of where it is stands elsewhere, and is not given back. */
export function showService(
  service: DirectoryService,
  {
    now,
    names,
    members,
  }: {
    readonly now: number;
    readonly names: ReadonlyMap<string, string>;
    readonly members: readonly ServiceMember[];
  },
): DirectoryServiceDto {
  const { id, profile, hours, name, phones, email, address, say } = service;
  const { traits, places, ...known } = profile;
  return {
    ...{ id, ...known, name, phones },
    ...(address !== null && { address }),
    ...(email !== null && { email }),
    ...(say !== null && { say }),
    has: SERVICE_TRAITS.filter((it) => traits[it] === true),
    hasNot: SERVICE_TRAITS.filter((it) => traits[it] === false),
    freePlaces: places?.free ?? null,
    placesAt: places?.at ?? null,
    opening: hours === null ? 'unknown' : hours === 'always' ? 'always' : 'at-hours',
    hours: hours === null || hours === 'always' ? null : hours,
    territoryNames: profile.territories.map(territoryName),
    hasSecretAddress: traits['secret-address'] === true,
    verifiedAt: service.verifiedAt.toISOString(),
    verifiedBy: names.get(service.verifiedBy) ?? '',
    isStale: isStale(service, now),
    excludesSixteenSeventeen: excludesSixteenSeventeen(profile),
    members: members.filter((it) => it.serviceId === id).map((it) => ({ id: it.id, name: it.name })),
  };
}
