import { Injectable } from '@nestjs/common';
import { excludesSixteenSeventeen } from '@repere/directory';
import { foldText } from '../../platform/answers/fold-text';
import { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ServiceAddressesRepository } from './service-addresses.repository';
import { ServiceMembersQuery } from './service-members.query';
import { serviceToKeep } from './service-to-keep';
import { ServicesAskedNow } from './services-asked-now';
import { type DirectoryService, ServicesRepository } from './services.repository';
import type {
  DirectoryServiceDto,
  DirectoryServicesDto,
  FindServicesDto,
  RemoveServiceQueryDto,
  ServiceToWriteDto,
} from './services.dto';
import { isStale } from '../sure-for';
import { showService } from './show-service';
import { RemindToCheck } from '../remind-to-check';

const PAGE = 50;

/** The directory of services, kept by administrators: of what services can do, never of cases. */
@Injectable()
export class KeepServicesService {
  constructor(
    private readonly services: ServicesRepository,
    private readonly addresses: ServiceAddressesRepository,
    private readonly members: ServiceMembersQuery,
    private readonly reminder: RemindToCheck,
    private readonly askedNow: ServicesAskedNow,
    private readonly unit: UnitOfWork,
  ) {}

  /** By name, as many as a page has. A name is sealed, so that all are opened to find one: 5,000 of them in some tens of milliseconds. */
  async findServices({
    text = '',
    territory,
    kind,
    only,
    from = 0,
  }: FindServicesDto): Promise<DirectoryServicesDto> {
    const now = this.unit.now();
    const all = await this.services.listServices();
    const sought = foldText(text.trim());
    const fitting = all.filter(
      (it) =>
        (kind === undefined || it.profile.kind === kind) &&
        (territory === undefined || it.profile.territories.includes(territory)) &&
        (only !== 'to-check' || isStale(it, now)) &&
        (only !== 'excludes-16-17' || excludesSixteenSeventeen(it.profile)) &&
        (sought === '' || foldText(it.name).includes(sought)),
    );
    const ordered = fitting
      .map((it) => ({ it, name: foldText(it.name) }))
      .sort((a, b) => (a.name === b.name ? (a.it.id < b.it.id ? -1 : 1) : a.name < b.name ? -1 : 1))
      .slice(from, from + PAGE)
      .map(({ it }) => it);
    return {
      items: await this.showAll(ordered),
      total: fitting.length,
      next: from + PAGE < fitting.length ? from + PAGE : null,
      toCheck: all.filter((it) => isStale(it, now)).length,
      partners: await this.members.listPartners(),
    };
  }

  async addService(written: ServiceToWriteDto): Promise<DirectoryServiceDto> {
    const { kept, secretAddress } = serviceToKeep(written, null, this.unit.now());
    const [id = ''] = await this.services.insert([kept]);
    if (secretAddress) await this.addresses.setAddress(id, secretAddress);
    await this.reminder.remindLater();
    this.unit.notes({ service: id, kind: written.kind });
    return this.showOne(id);
  }

  async changeService(id: string, written: ServiceToWriteDto): Promise<DirectoryServiceDto> {
    const before = await this.services.findService(id);
    if (!before) throw new Refusal('not-found');
    const { kept, secretAddress } = serviceToKeep(written, before, this.unit.now());
    if (!(await this.services.update(id, kept))) throw new Refusal('not-found');
    if (secretAddress !== undefined) await this.addresses.setAddress(id, secretAddress);
    await this.reminder.remindLater();
    this.unit.notes({ service: id, kind: written.kind });
    return this.showOne(id);
  }

  async verify(id: string): Promise<DirectoryServiceDto> {
    if (!(await this.services.verify(id))) throw new Refusal('not-found');
    await this.reminder.remindLater();
    this.unit.notes({ service: id });
    return this.showOne(id);
  }

  /** `asked-now` where somebody waits for its answer, or counts on a place that it holds, unless whoever removes it knows. */
  async removeService(id: string, { although }: RemoveServiceQueryDto): Promise<void> {
    if (although !== 'asked') await this.askedNow.refuseIfAsked([id]);
    if ((await this.services.removeServices([id])) === 0) throw new Refusal('not-found');
    this.unit.notes({ service: id });
  }

  async addMember(id: string, accountId: string): Promise<DirectoryServiceDto> {
    if (!(await this.services.findService(id))) throw new Refusal('not-found');
    if (!(await this.members.isPartner(accountId)))
      throw refused(
        'not-a-partner',
        'Seul un compte de partenaire peut être membre d’un service.',
        'Only the account of a partner can be of a service.',
        'accountId',
      );
    await this.members.addMember(id, accountId);
    this.unit.notes({ service: id, member: accountId });
    return this.showOne(id);
  }

  async removeMember(id: string, accountId: string): Promise<DirectoryServiceDto> {
    if (!(await this.services.findService(id)) || !(await this.members.removeMember(id, accountId)))
      throw new Refusal('not-found');
    this.unit.notes({ service: id, member: accountId });
    return this.showOne(id);
  }

  private async showOne(id: string): Promise<DirectoryServiceDto> {
    const service = await this.services.findService(id);
    const [shown] = service ? await this.showAll([service]) : [];
    if (!shown) throw new Refusal('not-found');
    return shown;
  }

  private async showAll(services: readonly DirectoryService[]): Promise<readonly DirectoryServiceDto[]> {
    const names = await this.members.namesOf([...new Set(services.map(({ verifiedBy }) => verifiedBy))]);
    const members = await this.members.listMembers();
    return services.map((it) => showService(it, { now: this.unit.now(), names, members }));
  }
}
