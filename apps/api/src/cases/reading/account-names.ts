import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Any, Repository } from 'typeorm';
import { AccountEntity } from '../../access/entities/accounts/account.entity';

export type Names = ReadonlyMap<string, string>;

/** Names of accounts by id, for the screen. What acted by itself is "Repère". */
@Injectable()
export class AccountNames {
  constructor(@InjectRepository(AccountEntity) private readonly accounts: Repository<AccountEntity>) {}

  async of(ids: Iterable<string | null | undefined>): Promise<Names> {
    const accounts = new Set<string>();
    const names = new Map<string, string>();
    for (const id of ids) {
      if (id?.startsWith('system:')) names.set(id, 'Repère');
      else if (id) accounts.add(id);
    }
    const found = await this.accounts.find({
      select: { id: true, name: true },
      where: { id: Any([...accounts]) },
    });
    for (const { id, name } of found) names.set(id, name);
    return names;
  }
}
