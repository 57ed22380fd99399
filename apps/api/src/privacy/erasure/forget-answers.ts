import { Injectable } from '@nestjs/common';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit-of-work';

/** Answers kept for repetition under the space's key that tell of a case: those of lists and missions. */
@Injectable()
export class ForgetAnswers {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
  ) {}

  async forget(caseFileId: string): Promise<void> {
    const space = await this.secrecy.spaceKey();
    const rows: { accountId: string; key: string; answer: Buffer }[] = await this.unit.manager.query(
      `SELECT account_id AS "accountId", key, answer FROM idempotency_key WHERE key_id = $1 AND answer IS NOT NULL`,
      [space.id],
    );
    for (const { accountId, key, answer } of rows) {
      const place = { table: 'idempotency_key', column: 'answer', row: `${accountId}:${key}` };
      if (!JSON.stringify(this.secrecy.unseal(space, place, answer)).includes(caseFileId)) continue;
      await this.unit.manager.query(`DELETE FROM idempotency_key WHERE account_id = $1 AND key = $2`, [
        accountId,
        key,
      ]);
    }
  }
}
