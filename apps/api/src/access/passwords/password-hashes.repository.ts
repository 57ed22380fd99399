import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { CredentialMacs } from '../../platform/secrecy/credentials/credential-macs';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { AccountEntity } from '../entities/accounts/account.entity';
import { PasswordHashesQuery } from './password-hashes.query';

/** Hashes of passwords, each bound to its account: one that was copied from another account fits nowhere. In a unit of work. */
@Injectable()
export class PasswordHashes {
  constructor(
    @InjectRepository(AccountEntity) private readonly accounts: Repository<AccountEntity>,
    private readonly query: PasswordHashesQuery,
    private readonly unit: UnitOfWork,
    private readonly macs: CredentialMacs,
  ) {}

  /** What the account's password is held against; `null`: it has none, or none that we have set. */
  async findHash(accountId: string): Promise<string | null> {
    const row = await this.query.findHash(accountId);
    return row && this.macs.fits(this.unit.space, 'password', row) ? row.password_hash : null;
  }

  /** From now on the account has this one. `was`: only where it still has that one; whether it had. */
  async setHash(accountId: string, hash: string, was?: string): Promise<boolean> {
    const mac = this.macs.makeMac(this.unit.space, 'password', { id: accountId, password_hash: hash });
    const { affected } = await this.accounts.update(
      { id: accountId, ...(was !== undefined && { passwordHash: was }) },
      { passwordHash: hash, passwordMac: mac, passwordSetAt: () => 'now()' },
    );
    return affected !== 0;
  }
}
