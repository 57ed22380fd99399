import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, Repository } from 'typeorm';
import type { OnCallKind } from '@repere/protocol';
import { rowOf } from '../../platform/data/sealed-row';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { OnCallContactEntity, type OnCallContent } from '../entities/on-call-contact.entity';

/** A contact that holds now, opened. */
export interface OnCallContact extends OnCallContent {
  readonly id: string;
  readonly territory: string;
  readonly kind: OnCallKind;
  readonly verifiedAt: Date;
}

/** On-call contacts that hold now. Their names and numbers are sealed under the space's key. */
@Injectable()
export class OnCallContactsRepository {
  constructor(
    @InjectRepository(OnCallContactEntity) private readonly contacts: Repository<OnCallContactEntity>,
    private readonly secrecy: Secrecy,
    private readonly unit: UnitOfWork,
  ) {}

  /** Of one territory, or of all, in the order in which they were entered. */
  async listContacts(territory?: string): Promise<readonly OnCallContact[]> {
    const rows = await this.contacts.find({
      where: { removedAt: IsNull(), ...(territory !== undefined && { territory }) },
      order: { territory: 'ASC', createdAt: 'ASC', id: 'ASC' },
    });
    if (rows.length === 0) return [];
    const key = await this.secrecy.spaceKey();
    return rows.map((row) => {
      const { id, kind, verifiedAt } = row;
      return {
        id,
        territory: row.territory,
        kind,
        verifiedAt,
        ...this.secrecy.openColumn(key, row, 'content'),
      };
    });
  }

  /** Where a contact that holds now is, and of which kind. */
  findContact(id: string): Promise<Pick<OnCallContactEntity, 'territory' | 'kind'> | null> {
    return this.contacts.findOneBy({ id, removedAt: IsNull() });
  }

  async insert(territory: string, kind: OnCallKind, content: OnCallContent): Promise<string> {
    const key = await this.secrecy.spaceKey();
    const id = randomUUID();
    await this.contacts.insert({
      ...{ id, territory, kind, keyId: key.id, createdAt: new Date(this.unit.now()) },
      content: this.secrecy.seal(key, rowOf(OnCallContactEntity, { id }), 'content', content),
      ...this.verified(),
    });
    return id;
  }

  async verify(id: string): Promise<boolean> {
    const { affected } = await this.contacts.update({ id, removedAt: IsNull() }, this.verified());
    return affected === 1;
  }

  async removeContact(id: string): Promise<boolean> {
    const { affected } = await this.contacts.update(
      { id, removedAt: IsNull() },
      { removedAt: new Date(this.unit.now()), removedBy: this.unit.account.id },
    );
    return affected === 1;
  }

  private verified(): Pick<OnCallContactEntity, 'verifiedAt' | 'verifiedBy'> {
    return { verifiedAt: new Date(this.unit.now()), verifiedBy: this.unit.account.id };
  }
}
