import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type BoundRow, CredentialMacs } from '../../platform/secrecy/credentials/credential-macs';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit-of-work';
import { makeTotpSecret, stepOfCode } from './totp';
import { rowOf } from '../../platform/data/sealed-row';
import { TotpFactorEntity } from '../entities/factors/totp-factor.entity';

interface Row extends BoundRow<'one-time-code'> {
  readonly id: string;
  readonly secret: Buffer;
  /** bigint. */
  readonly last_step: string | null;
}

/** Authenticator apps: one in use an account, and one that waits for its first code. In a unit of work. */
@Injectable()
export class TotpRepository {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
    private readonly macs: CredentialMacs,
  ) {}

  /** A new secret, Base32, that waits for its first code; one that waited before is gone. */
  async begin(accountId: string): Promise<string> {
    const [id, secret, key] = [randomUUID(), makeTotpSecret(), await this.secrecy.spaceKey()];
    await this.unit.manager.query(`DELETE FROM totp_factor WHERE account_id = $1 AND confirmed_at IS NULL`, [
      accountId,
    ]);
    const sealed = this.secrecy.seal(key, rowOf(TotpFactorEntity, { id }), 'secret', secret);
    const bound = { id, account_id: accountId, secret: sealed, key_id: key.id };
    await this.unit.manager.query(
      `INSERT INTO totp_factor (id, account_id, secret, key_id, mac) VALUES ($1, $2, $3, $4, $5)`,
      [id, accountId, sealed, key.id, this.macs.make(this.unit.space, 'one-time-code', bound)],
    );
    return secret;
  }

  /** Takes the one that waits into use, in place of the one before, if this is its code. */
  async confirm(accountId: string, code: string): Promise<boolean> {
    const row = await this.row(accountId, 'confirmed_at IS NULL');
    const step = row ? await this.stepOf(row, code) : null;
    if (!row || step === null) return false;
    await this.remove(accountId);
    await this.unit.manager.query(
      `UPDATE totp_factor SET confirmed_at = now(), last_step = $2 WHERE id = $1`,
      [row.id, step],
    );
    return true;
  }

  /** Whether this is a code of the account's app that was not used before. It is used from here on, in every process. */
  async useCode(accountId: string, code: string): Promise<boolean> {
    const row = await this.row(accountId, 'confirmed_at IS NOT NULL');
    const step = row ? await this.stepOf(row, code) : null;
    if (!row || step === null) return false;
    const [{ used } = { used: 0 }]: { used: number }[] = await this.unit.manager.query(
      `WITH used AS (UPDATE totp_factor SET last_step = $2
                      WHERE id = $1 AND (last_step IS NULL OR last_step < $2) RETURNING 1)
       SELECT count(*)::int AS used FROM used`,
      [row.id, step],
    );
    return used === 1;
  }

  /** The one in use is gone; whether there was one. */
  async remove(accountId: string): Promise<boolean> {
    const [{ removed } = { removed: 0 }]: { removed: number }[] = await this.unit.manager.query(
      `WITH removed AS (DELETE FROM totp_factor WHERE account_id = $1 AND confirmed_at IS NOT NULL RETURNING 1)
       SELECT count(*)::int AS removed FROM removed`,
      [accountId],
    );
    return removed === 1;
  }

  private async row(accountId: string, which: string): Promise<Row | null> {
    const [row]: Row[] = await this.unit.manager.query(
      `SELECT id, account_id, secret, key_id, live_mac(mac) AS mac, last_step FROM totp_factor WHERE account_id = $1 AND ${which}`,
      [accountId],
    );
    return row && this.macs.fits(this.unit.space, 'one-time-code', row) ? row : null;
  }

  private async stepOf({ id, secret, last_step }: Row, code: string): Promise<number | null> {
    const row = rowOf(TotpFactorEntity, { id, secret });
    const opened = this.secrecy.open(await this.secrecy.spaceKey(), row, 'secret');
    return stepOfCode(opened, code, Date.now(), last_step === null ? null : Number(last_step));
  }
}
