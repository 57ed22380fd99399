import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { ServiceProfile } from '@repere/directory';
import { type FindOptionsWhere, In, IsNull } from 'typeorm';
import { rowOf } from '../../platform/data/sealed-row';
import type { UnitRepository } from '../../platform/data/unit-repository';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import {
  DirectoryServiceEntity,
  type KeptProfile,
  type ServiceContent,
} from '../entities/directory-service.entity';
import { UNTOUCHED_SERVICES } from './untouched-services.query';

/** A service in codes: enough to weigh it, and nothing that says who it is. */
export interface KnownService {
  readonly id: string;
  readonly profile: ServiceProfile;
  readonly hours: KeptProfile['hours'];
}

/** A service, opened. */
export interface DirectoryService extends KnownService, ServiceContent {
  readonly verifiedBy: string;
  readonly verifiedAt: Date;
  readonly importId: string | null;
  /** It is in the directory no more. */
  readonly isRemoved: boolean;
}

/** What is written of a service. */
export interface ServiceToKeep {
  readonly profile: ServiceProfile;
  readonly hours: KeptProfile['hours'];
  readonly content: ServiceContent;
}

/** Services of the directory that hold now. Who they are is sealed under the space's key; what they can do is not. */
@Injectable()
export class ServicesRepository {
  constructor(
    @InjectRepository(DirectoryServiceEntity)
    private readonly services: UnitRepository<DirectoryServiceEntity>,
    private readonly secrecy: Secrecy,
    private readonly unit: UnitOfWork,
  ) {}

  /** All of them in codes, unopened. */
  async listKnown(): Promise<readonly KnownService[]> {
    const rows = await this.services.find({
      where: { removedAt: IsNull() },
      select: { id: true, kind: true, territories: true, needs: true, profile: true },
    });
    return rows.map(knownOf);
  }

  /** All of them, or those of these ids, opened. */
  async listServices(ids?: readonly string[]): Promise<readonly DirectoryService[]> {
    return this.openAll({ removedAt: IsNull(), ...(ids && { id: In([...ids]) }) });
  }

  /** Those of these ids, opened, with those that were taken out of the directory since: for what was asked of them before. */
  async listEvenRemoved(ids: readonly string[]): Promise<readonly DirectoryService[]> {
    return ids.length === 0 ? [] : this.openAll({ id: In([...ids]) });
  }

  private async openAll(
    where: FindOptionsWhere<DirectoryServiceEntity>,
  ): Promise<readonly DirectoryService[]> {
    const rows = await this.services.find({ where, order: { createdAt: 'ASC', id: 'ASC' } });
    if (rows.length === 0) return [];
    const key = await this.secrecy.spaceKey();
    return rows.map((row) => {
      const { verifiedBy, verifiedAt, importId } = row;
      return {
        ...knownOf(row),
        ...{ verifiedBy, verifiedAt, importId, isRemoved: row.removedAt !== null },
        ...this.secrecy.openColumn(key, row, 'content'),
      };
    });
  }

  async findService(id: string): Promise<DirectoryService | null> {
    const [found] = await this.listServices([id]);
    return found ?? null;
  }

  async insert(all: readonly ServiceToKeep[], importId: string | null = null): Promise<readonly string[]> {
    const key = await this.secrecy.spaceKey();
    const at = new Date(this.unit.now());
    const rows = all.map((it) => {
      const id = randomUUID();
      return {
        id,
        importId,
        createdAt: at,
        changedAt: at,
        ...this.verified(),
        ...this.columnsOf(key, id, it),
      };
    });
    for (let from = 0; from < rows.length; from += AT_ONCE)
      await this.services.insert(rows.slice(from, from + AT_ONCE));
    return rows.map(({ id }) => id);
  }

  async update(id: string, service: ServiceToKeep): Promise<boolean> {
    const key = await this.secrecy.spaceKey();
    const { affected } = await this.services.update({ id, removedAt: IsNull() }, {
      ...this.columnsOf(key, id, service),
      ...this.verified(),
      changedAt: new Date(this.unit.now()),
    } as object);
    return affected === 1;
  }

  async verify(id: string): Promise<boolean> {
    const changed = { ...this.verified(), changedAt: new Date(this.unit.now()) };
    const { affected } = await this.services.update({ id, removedAt: IsNull() }, changed);
    return affected === 1;
  }

  async removeServices(ids: readonly string[]): Promise<number> {
    const { affected } = await this.services.update(
      { id: In([...ids]), removedAt: IsNull() },
      { removedAt: new Date(this.unit.now()), removedBy: this.unit.account.id },
    );
    return affected ?? 0;
  }

  /** Those of an import that nobody touched since. */
  async untouchedOf(importId: string): Promise<readonly string[]> {
    const found = await UNTOUCHED_SERVICES.list.readRows(this.unit.manager, [[importId]]);
    return found.map(({ id }) => id);
  }

  /** How many of each import nobody touched since; of none of which anything is left, nothing. */
  async countUntouched(importIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const found = await UNTOUCHED_SERVICES.count.readRows(this.unit.manager, [importIds]);
    return new Map(found.map(({ importId, count }) => [importId, count]));
  }

  count(): Promise<number> {
    return this.services.countBy({ removedAt: IsNull() });
  }

  private columnsOf(
    key: Awaited<ReturnType<Secrecy['spaceKey']>>,
    id: string,
    { profile, hours, content }: ServiceToKeep,
  ) {
    const { kind, territories, needs, ...rest } = profile;
    return {
      ...{ kind, territories, needs, profile: { ...rest, hours }, keyId: key.id },
      content: this.secrecy.seal(key, rowOf(DirectoryServiceEntity, { id }), 'content', content),
    };
  }

  private verified(): Pick<DirectoryServiceEntity, 'verifiedAt' | 'verifiedBy'> {
    return { verifiedAt: new Date(this.unit.now()), verifiedBy: this.unit.account.id };
  }
}

/** Rows of one statement: its parameters have a limit. */
const AT_ONCE = 500;

const knownOf = ({
  id,
  kind,
  territories,
  needs,
  profile: { hours, ...rest },
}: Pick<DirectoryServiceEntity, 'id' | 'kind' | 'territories' | 'needs' | 'profile'>): KnownService => ({
  ...{ id, hours },
  profile: { ...rest, kind, territories, needs },
});
