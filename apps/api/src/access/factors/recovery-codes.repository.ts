import { Injectable } from '@nestjs/common';
import { type BoundRow, CredentialMacs } from '../../platform/secrecy/credentials/credential-macs';
import { UnitOfWork } from '../../platform/unit-of-work';
import { hashRecoveryCode, makeRecoveryCodes } from './recovery-codes';

/** Recovery codes, by their hash. In a unit of work. */
@Injectable()
export class RecoveryCodesRepository {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly macs: CredentialMacs,
  ) {}

  /** Ten new ones, shown this once; those before open nothing any more. */
  async renew(accountId: string): Promise<readonly string[]> {
    const codes = makeRecoveryCodes();
    await this.removeAll(accountId);
    const hashes = codes.map((code) => hashRecoveryCode(accountId, code));
    const macs = hashes.map((hash) =>
      this.macs.make(this.unit.space, 'recovery-code', { account_id: accountId, code_hash: hash }),
    );
    await this.unit.manager.query(
      `INSERT INTO recovery_code (account_id, code_hash, mac)
       SELECT $1, made.hash, made.mac FROM unnest($2::bytea[], $3::bytea[]) AS made (hash, mac)`,
      [accountId, hashes, macs],
    );
    return codes;
  }

  /** Whether this is a code that was not used yet; it is used from here on. */
  async use(accountId: string, code: string): Promise<boolean> {
    const hash = hashRecoveryCode(accountId, code);
    const [row]: BoundRow<'recovery-code'>[] = await this.unit.manager.query(
      `SELECT account_id, code_hash, live_mac(mac) AS mac FROM recovery_code
        WHERE account_id = $1 AND code_hash = $2 AND used_at IS NULL FOR UPDATE`,
      [accountId, hash],
    );
    if (!row || !this.macs.fits(this.unit.space, 'recovery-code', row)) return false;
    await this.unit.manager.query(
      `UPDATE recovery_code SET used_at = now() WHERE account_id = $1 AND code_hash = $2`,
      [accountId, hash],
    );
    return true;
  }

  async removeAll(accountId: string): Promise<void> {
    await this.unit.manager.query(`DELETE FROM recovery_code WHERE account_id = $1`, [accountId]);
  }
}
