import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Any, Repository } from 'typeorm';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { AccountEntity } from '../../access/entities/accounts/account.entity';

export type Names = ReadonlyMap<string, string>;

/** The account as answers name it. */
export const namedIn = (names: Names, id: string) => ({ id, name: names.get(id) ?? '' });

/** Names of accounts by id, for the screen. What acted by itself is "Repère". */
@Injectable()
export class AccountNames {
  constructor(
    @InjectRepository(AccountEntity) private readonly accounts: Repository<AccountEntity>,
    private readonly unit: UnitOfWork,
  ) {}

  async readNames(ids: Iterable<string | null | undefined>): Promise<Names> {
    const accounts = new Set<string>();
    const names = new Map<string, string>();
    const { known } = this.unit;
    for (const id of ids) {
      const name = id?.startsWith('system:') ? 'Repère' : known.names.get(id ?? '');
      if (id && name !== undefined) names.set(id, name);
      else if (id) accounts.add(id);
    }
    if (accounts.size === 0) return names;
    const found = await this.accounts.find({
      select: { id: true, name: true },
      where: { id: Any([...accounts]) },
    });
    for (const { id, name } of found) names.set(id, name);
    return names;
  }
}
