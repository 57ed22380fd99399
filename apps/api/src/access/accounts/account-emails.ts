import { Injectable } from '@nestjs/common';
import { Secrecy } from '../../platform/secrecy/secrecy';

/** Tables with an address in a column `email`. */
type WithEmail = 'account' | 'account_change' | 'account_mail';

/** The addresses of staff: sealed where they lie, read when something is sent. Every call is in a unit of work. */
@Injectable()
export class AccountEmails {
  constructor(private readonly secrecy: Secrecy) {}

  async seal(table: WithEmail, row: string, email: string): Promise<Buffer> {
    return this.secrecy.seal(await this.secrecy.spaceKey(), { table, column: 'email', row }, email);
  }

  async open(table: WithEmail, row: string, sealed: Buffer | null): Promise<string | null> {
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
