import { Injectable } from '@nestjs/common';
import { rows } from '../../../platform/data/statement';
import type { BoundRow } from '../../../platform/secrecy/credentials/credential-macs';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';

interface CodeRow extends BoundRow<'recovery-code'> {
  readonly account_id: string;
  readonly code_hash: Buffer;
  readonly mac: Buffer | null;
}

/** Recovery codes with the MACs that still hold. */
@Injectable()
export class RecoveryCodesQuery {
  constructor(private readonly unit: UnitOfWork) {}

  /** One that was not used; nobody else uses it until the transaction ends. */
  lockUnused(accountId: string, codeHash: Buffer): Promise<CodeRow | null> {
    return LOCK_UNUSED.first(this.unit.manager, [accountId, codeHash]);
  }
}

const LOCK_UNUSED = rows<CodeRow>({ account_id: 'uuid', code_hash: 'bytea', mac: 'bytea?' }).from(`
  SELECT account_id, code_hash, live_mac(mac) AS mac FROM recovery_code
   WHERE account_id = $1 AND code_hash = $2 AND used_at IS NULL FOR UPDATE`);
