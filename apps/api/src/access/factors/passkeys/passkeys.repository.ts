import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { LessThan } from 'typeorm';
import { UnitRepository } from '../../../platform/data/unit-repository';
import { CredentialMacs } from '../../../platform/secrecy/credentials/credential-macs';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { PasskeyEntity } from '../../entities/factors/passkey.entity';
import { type PasskeyRow, PasskeysQuery } from './passkeys.query';
import type { PasskeyDto } from '../factors.dto';

/** A passkey as it is verified. */
export interface StoredPasskey {
  readonly id: string;
  readonly accountId: string;
  readonly credentialId: Buffer;
  readonly publicKey: Buffer;
  readonly signCount: number;
  readonly transports: readonly string[];
}

export interface NewPasskey extends Omit<StoredPasskey, 'id'> {
  readonly name: string;
  readonly isSynced: boolean;
}

/** Passkeys of accounts. In a unit of work. */
@Injectable()
export class PasskeysRepository {
  constructor(
    @InjectRepository(PasskeyEntity) private readonly passkeys: UnitRepository<PasskeyEntity>,
    private readonly query: PasskeysQuery,
    private readonly unit: UnitOfWork,
    private readonly macs: CredentialMacs,
  ) {}

  async listPasskeys(accountId: string): Promise<readonly PasskeyDto[]> {
    const found = await this.passkeys.find({
      select: { id: true, name: true, createdAt: true, lastUsedAt: true, isSynced: true },
      where: { accountId },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    return found.map(({ id, name, createdAt, lastUsedAt, isSynced }) => ({
      id,
      name,
      addedAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
      isSynced,
    }));
  }

  /** Those of this account, to be asked for. */
  async ofAccount(accountId: string): Promise<readonly StoredPasskey[]> {
    return this.ours(await this.query.ofAccount(accountId));
  }

  /** The passkey of this credential; none of an account that is closed. */
  async byCredential(credentialId: Buffer): Promise<StoredPasskey | null> {
    const [passkey] = this.ours(await this.query.byCredential(credentialId));
    return passkey ?? null;
  }

  /** `false`: somebody has this passkey already. */
  addPasskey({ signCount, ...passkey }: NewPasskey): Promise<boolean> {
    const mac = this.macs.makeMac(this.unit.space, 'passkey', {
      account_id: passkey.accountId,
      credential_id: passkey.credentialId,
      public_key: passkey.publicKey,
    });
    return this.passkeys.insertNew({ ...passkey, signCount: String(signCount), mac });
  }

  /**
   * Notes that it signed. `false`: its counter did not go on, so that there may be two of it (WebAuthn §6.1.1). Those without
   * a counter always say 0.
   */
  async used(id: string, signCount: number): Promise<boolean> {
    const before = signCount === 0 ? '0' : LessThan(String(signCount));
    const { affected } = await this.passkeys.update(
      { id, signCount: before },
      { signCount: String(signCount), lastUsedAt: () => 'now()' },
    );
    return affected === 1;
  }

  async rename(accountId: string, id: string, name: string): Promise<boolean> {
    return (await this.passkeys.update({ accountId, id }, { name })).affected === 1;
  }

  async removePasskey(accountId: string, id: string): Promise<boolean> {
    return (await this.passkeys.delete({ accountId, id })).affected === 1;
  }

  async removeAll(accountId: string): Promise<void> {
    await this.passkeys.delete({ accountId });
  }

  private ours(found: readonly PasskeyRow[]): readonly StoredPasskey[] {
    return found
      .filter((row) => this.macs.fits(this.unit.space, 'passkey', row))
      .map((row) => ({
        id: row.id,
        accountId: row.account_id,
        credentialId: row.credential_id,
        publicKey: row.public_key,
        signCount: Number(row.sign_count),
        transports: row.transports,
      }));
  }
}
