import { Injectable } from '@nestjs/common';
import { NEEDS, SERVICE_NEEDS } from '@repere/directory';
import type { LoadedCase } from '../../cases/reading/loaded-case';
import { ServiceMembersQuery } from '../../directory/services/service-members.query';
import { type KnownService, ServicesRepository } from '../../directory/services/services.repository';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import type { ReferralEvent } from '../answers/referral-events.repository';
import { type ReferralPast, takenSince } from '../answers/referral-state';
import type { CrowdedDto } from './crowded.dto';
import { TAKEN_PLACES } from './taken-places.query';

const BEDS = SERVICE_NEEDS.filter((it) => NEEDS[it].isBed);

/** A service that may have said how many places are free. */
type SaidPlaces = Pick<KnownService, 'id' | 'profile'>;
/** By service. */
type Counts = ReadonlyMap<string, number>;

/** A referral that may have been accepted. */
interface Accepted {
  readonly past: ReferralPast;
  readonly sent: Pick<ReferralEvent, 'sharingId' | 'partnerId' | 'serviceId'>;
}

/**
 * Whether the places that a service said to have go round. Who looks for a place learns nothing of children that they do not see: one
 * free place that turns into a question would tell where somebody else’s child went. Whoever a service said yes to is told that it said
 * so to more than it has places for, not how many or whose.
 */
@Injectable()
export class TakenPlacesOfServices {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly services: ServicesRepository,
    private readonly members: ServiceMembersQuery,
  ) {}

  /** By service: children of other cases that the reader sees for whom it took or holds a place since it said how many are free. */
  countSeen({ row }: Pick<LoadedCase, 'row'>, services: readonly SaidPlaces[]): Promise<Counts> {
    // Where a child went is not shown to who broke the glass.
    return this.count(services, [row.id, ...this.unit.account.effectiveScope.rescuedIds]);
  }

  /** Of referrals that were accepted for a bed, by their ids: those whose service said to have fewer places than it gave since. */
  async crowded(file: LoadedCase, histories: readonly Accepted[]): Promise<ReadonlyMap<string, CrowdedDto>> {
    const taken = histories.filter(({ past }) => takenSince(past, this.unit.now()) !== null);
    if (taken.length === 0) return new Map();
    const members = taken.some(({ sent }) => sent.partnerId !== null) ? await this.members.listMembers() : [];
    const servicesOf = ({ sent }: Accepted): readonly string[] =>
      sent.serviceId === null
        ? members.filter(({ id }) => id === sent.partnerId).map(({ serviceId }) => serviceId)
        : [sent.serviceId];
    const ids = [...new Set(taken.flatMap(servicesOf))];
    const services = ids.length === 0 ? [] : await this.services.listServices(ids);
    const others = await this.unit.asSystem('system:record', () => this.count(services, [file.row.id]));
    return new Map(
      taken.flatMap((it) => {
        const full = services.flatMap(({ id, profile: { places } }): readonly CrowdedDto[] => {
          const count = others.get(id) ?? 0;
          if (places === null || count === 0 || !servicesOf(it).includes(id)) return [];
          // What it gave us before it said so is not among what is free.
          const own = (takenSince(it.past, this.unit.now()) ?? 0) >= Date.parse(places.at) ? 1 : 0;
          return count + own > places.free ? [{ free: places.free }] : [];
        });
        return full.length > 0 && full[0] ? [[it.sent.sharingId, full[0]] as const] : [];
      }),
    );
  }

  /** As far as whoever asks sees cases, but for these. */
  private async count(services: readonly SaidPlaces[], except: readonly string[]): Promise<Counts> {
    const said = services.flatMap(({ id, profile: { places } }) =>
      places ? [{ id, at: new Date(places.at) }] : [],
    );
    if (said.length === 0) return new Map();
    const found = await TAKEN_PLACES.readRows(this.unit.manager, [
      said.map(({ id }) => id),
      said.map(({ at }) => at),
      ...[except, new Date(this.unit.now()), BEDS],
    ]);
    return new Map(found.map(({ serviceId, others }) => [serviceId, others]));
  }
}
