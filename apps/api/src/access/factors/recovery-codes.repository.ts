import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/unit-of-work';
import { hashRecoveryCode, makeRecoveryCodes } from './recovery-codes';

/** Recovery codes, by their hash. In a unit of work. */
@Injectable()
export class RecoveryCodesRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** Ten new ones, shown this once; those before open nothing any more. */
  async renew(accountId: string): Promise<readonly string[]> {
    const codes = makeRecoveryCodes();
    await this.removeAll(accountId);
    await this.unit.manager.query(
      `INSERT INTO recovery_code (account_id, code_hash) SELECT $1, unnest($2::bytea[])`,
      [accountId, codes.map((code) => hashRecoveryCode(accountId, code))],
    );
    return codes;
  }

  /** Whether this is a code that was not used yet; it is used from here on. */
  async use(accountId: string, code: string): Promise<boolean> {
    const [{ used } = { used: 0 }]: { used: number }[] = await this.unit.manager.query(
      `WITH used AS (UPDATE recovery_code SET used_at = now()
                      WHERE account_id = $1 AND code_hash = $2 AND used_at IS NULL RETURNING 1)
       SELECT count(*)::int AS used FROM used`,
      [accountId, hashRecoveryCode(accountId, code)],
    );
    return used === 1;
  }

  async removeAll(accountId: string): Promise<void> {
    await this.unit.manager.query(`DELETE FROM recovery_code WHERE account_id = $1`, [accountId]);
  }
}
