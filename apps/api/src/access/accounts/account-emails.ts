import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import type { Sealed } from '../../platform/data/columns';
import type { EntityClass } from '../../platform/data/declared-table';
import { rowOf } from '../../platform/data/sealed-row';
import { CredentialMacs } from '../../platform/secrecy/credentials/credential-macs';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { AccountChangeEntity } from '../entities/accounts/account-change.entity';
import { AccountMailEntity } from '../entities/accounts/account-mail.entity';
import { AccountEmailsQuery } from './account-emails.query';
import { AccountEntity } from '../entities/accounts/account.entity';

/** Tables with an address in a column `email`. */
const WITH_EMAIL = {
  account: AccountEntity,
  account_change: AccountChangeEntity,
  account_mail: AccountMailEntity,
} as const satisfies Record<string, EntityClass<{ id: string; email: Sealed<string> | null }>>;
type WithEmail = keyof typeof WITH_EMAIL;

/**
 * The addresses of staff: sealed where they lie, read when something is sent. Whoever gets an account's mails gets its links, so
 * that the account's own is bound to it like a password. Every call is in a unit of work.
 */
@Injectable()
export class AccountEmails {
  constructor(
    @InjectRepository(AccountEntity) private readonly accounts: Repository<AccountEntity>,
    private readonly query: AccountEmailsQuery,
    private readonly secrecy: Secrecy,
    private readonly unit: UnitOfWork,
    private readonly macs: CredentialMacs,
  ) {}

  /** From now on it is the account's own. */
  async setEmail(accountId: string, email: string): Promise<void> {
    const sealed = await this.seal('account', accountId, email);
    const mac = this.macs.makeMac(this.unit.space, 'email', { id: accountId, email: sealed });
    await this.accounts.update(accountId, { email: sealed, emailMac: mac });
  }

  /** The account's own; `null`: it has none, or none that we have set. */
  async findEmail(accountId: string): Promise<string | null> {
    const row = await this.query.findEmail(accountId);
    if (!row || !this.macs.fits(this.unit.space, 'email', row)) return null;
    return this.openEmail('account', accountId, row.email);
  }

  async seal(table: WithEmail, id: string, email: string): Promise<Buffer> {
    return this.secrecy.seal(await this.secrecy.spaceKey(), rowIn(table, { id }), 'email', email);
  }

  async openEmail(table: WithEmail, id: string, email: Buffer | null): Promise<string | null> {
    return (
      email && this.secrecy.openColumn(await this.secrecy.spaceKey(), rowIn(table, { id, email }), 'email')
    );
  }
}

const rowIn = (table: WithEmail, known: { id: string; email?: Buffer }) =>
  rowOf<{ id: string; email: Sealed<string> | null }>(WITH_EMAIL[table], known);
