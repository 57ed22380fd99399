import { Injectable } from '@nestjs/common';
import { CredentialMacs } from '../../platform/secrecy/credentials/credential-macs';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit-of-work';

/** Tables with an address in a column `email`, beside `account`. */
type WithEmail = 'account_change' | 'account_mail';

/**
 * The addresses of staff: sealed where they lie, read when something is sent. Whoever gets an account's mails gets its links, so
 * that the account's own is bound to it like a password. Every call is in a unit of work.
 */
@Injectable()
export class AccountEmails {
  constructor(
    private readonly secrecy: Secrecy,
    private readonly unit: UnitOfWork,
    private readonly macs: CredentialMacs,
  ) {}

  /** From now on it is the account's own. */
  async set(accountId: string, email: string): Promise<void> {
    const sealed = await this.sealIn('account', accountId, email);
    const mac = this.macs.make(this.unit.space, 'email', { id: accountId, email: sealed });
    await this.unit.manager.query(`UPDATE account SET email = $2, email_mac = $3 WHERE id = $1`, [
      accountId,
      sealed,
      mac,
    ]);
  }

  /** The account's own; `null`: it has none, or none that we have set. */
  async find(accountId: string): Promise<string | null> {
    const [row]: { id: string; email: Buffer | null; mac: Buffer | null }[] = await this.unit.manager.query(
      `SELECT id, email, live_mac(email_mac) AS mac FROM account WHERE id = $1`,
      [accountId],
    );
    if (!row || !this.macs.fits(this.unit.space, 'email', row)) return null;
    return this.openIn('account', accountId, row.email);
  }

  seal(table: WithEmail, row: string, email: string): Promise<Buffer> {
    return this.sealIn(table, row, email);
  }

  open(table: WithEmail, row: string, sealed: Buffer | null): Promise<string | null> {
    return this.openIn(table, row, sealed);
  }

  private async sealIn(table: WithEmail | 'account', row: string, email: string): Promise<Buffer> {
    return this.secrecy.seal(await this.secrecy.spaceKey(), { table, column: 'email', row }, email);
  }

  private async openIn(
    table: WithEmail | 'account',
    row: string,
    sealed: Buffer | null,
  ): Promise<string | null> {
    if (!sealed) return null;
    const opened = this.secrecy.unseal(
      await this.secrecy.spaceKey(),
      { table, column: 'email', row },
      sealed,
    );
    if (typeof opened !== 'string') throw new Error('what is sealed is no address');
    return opened;
  }
}
