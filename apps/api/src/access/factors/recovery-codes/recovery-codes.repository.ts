import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { CredentialMacs } from '../../../platform/secrecy/credentials/credential-macs';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { RecoveryCodeEntity } from '../../entities/factors/recovery-code.entity';
import { RecoveryCodesQuery } from './recovery-codes.query';
import { hashRecoveryCode, makeRecoveryCodes } from './recovery-codes';

/** Recovery codes, by their hash. In a unit of work. */
@Injectable()
export class RecoveryCodesRepository {
  constructor(
    @InjectRepository(RecoveryCodeEntity) private readonly codes: Repository<RecoveryCodeEntity>,
    private readonly query: RecoveryCodesQuery,
    private readonly unit: UnitOfWork,
    private readonly macs: CredentialMacs,
  ) {}

  /** Ten new ones, shown this once; those before open nothing any more. */
  async renew(accountId: string): Promise<readonly string[]> {
    const codes = makeRecoveryCodes();
    await this.removeAll(accountId);
    await this.codes.insert(
      codes.map((code) => {
        const codeHash = hashRecoveryCode(accountId, code);
        const bound = { account_id: accountId, code_hash: codeHash };
        return { accountId, codeHash, mac: this.macs.makeMac(this.unit.space, 'recovery-code', bound) };
      }),
    );
    return codes;
  }

  /** Whether this is a code that was not used yet; it is used from here on. */
  async use(accountId: string, code: string): Promise<boolean> {
    const codeHash = hashRecoveryCode(accountId, code);
    const row = await this.query.lockUnused(accountId, codeHash);
    if (!row || !this.macs.fits(this.unit.space, 'recovery-code', row)) return false;
    await this.codes.update({ accountId, codeHash }, { usedAt: () => 'now()' });
    return true;
  }

  async removeAll(accountId: string): Promise<void> {
    await this.codes.delete({ accountId });
  }
}
