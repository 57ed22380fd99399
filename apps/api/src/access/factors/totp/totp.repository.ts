import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, LessThan, Not, Repository } from 'typeorm';
import { CredentialMacs } from '../../../platform/secrecy/credentials/credential-macs';
import { Secrecy } from '../../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { makeTotpSecret, stepOfCode } from './totp';
import { rowOf } from '../../../platform/data/sealed-row';
import { type TotpRow, TotpQuery } from './totp.query';
import { TotpFactorEntity } from '../../entities/factors/totp-factor.entity';
import { machineNow } from '../../../platform/clocks';

/** Authenticator apps: one in use an account, and one that waits for its first code. In a unit of work. */
@Injectable()
export class TotpRepository {
  constructor(
    @InjectRepository(TotpFactorEntity) private readonly apps: Repository<TotpFactorEntity>,
    private readonly query: TotpQuery,
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
    private readonly macs: CredentialMacs,
  ) {}

  /** A new secret, Base32, that waits for its first code; one that waited before is gone. */
  async beginSecret(accountId: string): Promise<string> {
    const [id, secret, key] = [randomUUID(), makeTotpSecret(), await this.secrecy.spaceKey()];
    await this.apps.delete({ accountId, confirmedAt: IsNull() });
    const sealed = this.secrecy.seal(key, rowOf(TotpFactorEntity, { id }), 'secret', secret);
    const bound = { id, account_id: accountId, secret: sealed, key_id: key.id };
    const mac = this.macs.makeMac(this.unit.space, 'one-time-code', bound);
    await this.apps.insert({ id, accountId, secret: sealed, keyId: key.id, mac });
    return secret;
  }

  /** Takes the one that waits into use, in place of the one before, if this is its code. */
  async confirm(accountId: string, code: string): Promise<boolean> {
    const row = this.ours(await this.query.waiting(accountId));
    const step = row ? await this.stepOf(row, code) : null;
    if (!row || step === null) return false;
    await this.removeSecret(accountId);
    await this.apps.update(row.id, { confirmedAt: () => 'now()', lastStep: String(step) });
    return true;
  }

  /** Whether this is a code of the account's app that was not used before. It is used from here on, in every process. */
  async useCode(accountId: string, code: string): Promise<boolean> {
    const row = this.ours(await this.query.inUse(accountId));
    const step = row ? await this.stepOf(row, code) : null;
    if (!row || step === null) return false;
    const { affected } = await this.apps
      .createQueryBuilder()
      .update()
      .set({ lastStep: String(step) })
      .where([
        { id: row.id, lastStep: IsNull() },
        { id: row.id, lastStep: LessThan(String(step)) },
      ])
      .execute();
    return affected === 1;
  }

  /** The one in use is gone; whether there was one. */
  async removeSecret(accountId: string): Promise<boolean> {
    return (await this.apps.delete({ accountId, confirmedAt: Not(IsNull()) })).affected === 1;
  }

  async removeAll(accountId: string): Promise<void> {
    await this.apps.delete({ accountId });
  }

  private ours(row: TotpRow | null): TotpRow | null {
    return row && this.macs.fits(this.unit.space, 'one-time-code', row) ? row : null;
  }

  private async stepOf({ id, secret, last_step }: TotpRow, code: string): Promise<number | null> {
    const row = rowOf(TotpFactorEntity, { id, secret });
    const opened = this.secrecy.openColumn(await this.secrecy.spaceKey(), row, 'secret');
    return stepOfCode(opened, code, machineNow(), last_step === null ? null : Number(last_step));
  }
}
