import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In } from 'typeorm';
import { rowOf } from '../../platform/data/sealed-row';
import type { UnitRepository } from '../../platform/data/unit-repository';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ServiceAddressEntity } from '../entities/service-address.entity';

/** Secret addresses: written by who keeps the directory, read by who works on cases and sees places. */
@Injectable()
export class ServiceAddressesRepository {
  constructor(
    @InjectRepository(ServiceAddressEntity)
    private readonly addresses: UnitRepository<ServiceAddressEntity>,
    private readonly secrecy: Secrecy,
    private readonly unit: UnitOfWork,
  ) {}

  /** `null` takes it away. */
  async setAddress(serviceId: string, address: string | null): Promise<void> {
    const key = await this.secrecy.spaceKey();
    const id = randomUUID();
    await this.addresses.insert({
      ...{ id, serviceId, keyId: key.id, addedBy: this.unit.account.id, addedAt: new Date(this.unit.now()) },
      content: this.secrecy.seal(key, rowOf(ServiceAddressEntity, { id }), 'content', { address }),
    });
  }

  /** By service. */
  async readAddresses(serviceIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (serviceIds.length === 0) return new Map();
    const rows = await this.addresses.find({
      where: { serviceId: In([...serviceIds]) },
      order: { addedAt: 'ASC', id: 'ASC' },
    });
    if (rows.length === 0) return new Map();
    const key = await this.secrecy.spaceKey();
    const newest = new Map(rows.map((row) => [row.serviceId, row]));
    return new Map(
      [...newest].flatMap(([id, row]) => {
        const { address } = this.secrecy.openColumn(key, row, 'content');
        return address === null ? [] : [[id, address] as const];
      }),
    );
  }
}
