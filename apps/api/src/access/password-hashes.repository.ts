import { Injectable } from '@nestjs/common';
import { CredentialMacs } from '../platform/secrecy/credentials/credential-macs';
import { UnitOfWork } from '../platform/unit-of-work';

/** Hashes of passwords, each bound to its account: one that was copied from another account fits nowhere. In a unit of work. */
@Injectable()
export class PasswordHashes {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly macs: CredentialMacs,
  ) {}

  /** What the account's password is held against; `null`: it has none, or none that we have set. */
  async find(accountId: string): Promise<string | null> {
    const [row]: { id: string; password_hash: string | null; mac: Buffer | null }[] =
      await this.unit.manager.query(
        `SELECT id, password_hash, live_mac(password_mac) AS mac FROM account WHERE id = $1`,
        [accountId],
      );
    return row && this.macs.fits(this.unit.space, 'password', row) ? row.password_hash : null;
  }

  /** From now on the account has this one. `was`: only where it still has that one; whether it had. */
  async set(accountId: string, hash: string, was?: string): Promise<boolean> {
    const mac = this.macs.make(this.unit.space, 'password', { id: accountId, password_hash: hash });
    const [, changed]: [unknown, number] = await this.unit.manager.query(
      `UPDATE account SET password_hash = $2, password_mac = $3, password_set_at = now()
        WHERE id = $1 AND ($4::text IS NULL OR password_hash = $4)`,
      [accountId, hash, mac, was ?? null],
    );
    return changed > 0;
  }
}
