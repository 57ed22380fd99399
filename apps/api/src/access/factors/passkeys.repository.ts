import { Injectable } from '@nestjs/common';
import type { Passkey } from '@repere/cases';
import { CredentialMacs } from '../../platform/secrecy/credentials/credential-macs';
import { UnitOfWork } from '../../platform/unit-of-work';

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
    private readonly unit: UnitOfWork,
    private readonly macs: CredentialMacs,
  ) {}

  async list(accountId: string): Promise<readonly Passkey[]> {
    const rows: {
      id: string;
      name: string;
      created_at: Date;
      last_used_at: Date | null;
      is_synced: boolean;
    }[] = await this.unit.manager.query(
      `SELECT id, name, created_at, last_used_at, is_synced FROM passkey WHERE account_id = $1 ORDER BY created_at, id`,
      [accountId],
    );
    return rows.map(({ id, name, created_at, last_used_at, is_synced }) => ({
      id,
      name,
      addedAt: created_at.toISOString(),
      lastUsedAt: last_used_at?.toISOString() ?? null,
      isSynced: is_synced,
    }));
  }

  /** Those of this account, to be asked for. */
  ofAccount(accountId: string): Promise<readonly StoredPasskey[]> {
    return this.find(`account_id = $1`, accountId);
  }

  /** The passkey of this credential; none of an account that is closed. */
  async byCredential(credentialId: Buffer): Promise<StoredPasskey | null> {
    const [passkey] = await this.find(`credential_id = $1`, credentialId);
    return passkey ?? null;
  }

  /** `false`: somebody has this passkey already. */
  async add(passkey: NewPasskey): Promise<boolean> {
    const rows: unknown[] = await this.unit.manager.query(
      `INSERT INTO passkey (account_id, credential_id, public_key, sign_count, transports, is_synced, name, mac)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (credential_id) DO NOTHING RETURNING id`,
      [
        passkey.accountId,
        passkey.credentialId,
        passkey.publicKey,
        passkey.signCount,
        passkey.transports,
        passkey.isSynced,
        passkey.name,
        this.macs.make(this.unit.space, 'passkey', {
          account_id: passkey.accountId,
          credential_id: passkey.credentialId,
          public_key: passkey.publicKey,
        }),
      ],
    );
    return rows.length === 1;
  }

  /**
   * Notes that it signed. `false`: its counter did not go on, so that there may be two of it (WebAuthn §6.1.1). Those without
   * a counter always say 0.
   */
  async used(id: string, signCount: number): Promise<boolean> {
    return this.changed(
      `UPDATE passkey SET sign_count = $2, last_used_at = now()
        WHERE id = $1 AND (sign_count < $2 OR (sign_count = 0 AND $2 = 0)) RETURNING 1`,
      [id, signCount],
    );
  }

  rename(accountId: string, id: string, name: string): Promise<boolean> {
    return this.changed(`UPDATE passkey SET name = $3 WHERE account_id = $1 AND id = $2 RETURNING 1`, [
      accountId,
      id,
      name,
    ]);
  }

  remove(accountId: string, id: string): Promise<boolean> {
    return this.changed(`DELETE FROM passkey WHERE account_id = $1 AND id = $2 RETURNING 1`, [accountId, id]);
  }

  private async changed(statement: string, parameters: readonly (string | number)[]): Promise<boolean> {
    const [{ changed } = { changed: 0 }]: { changed: number }[] = await this.unit.manager.query(
      `WITH changed AS (${statement}) SELECT count(*)::int AS changed FROM changed`,
      [...parameters],
    );
    return changed === 1;
  }

  private async find(which: string, parameter: string | Buffer): Promise<readonly StoredPasskey[]> {
    const rows: {
      id: string;
      account_id: string;
      credential_id: Buffer;
      public_key: Buffer;
      sign_count: string;
      transports: string[];
      mac: Buffer | null;
    }[] = await this.unit.manager.query(
      `SELECT p.id, p.account_id, p.credential_id, p.public_key, p.sign_count, p.transports, live_mac(p.mac) AS mac
         FROM passkey p JOIN account a ON a.id = p.account_id
        WHERE p.${which} AND account_is_open(a) ORDER BY p.created_at`,
      [parameter],
    );
    const ours = rows.filter((row) => this.macs.fits(this.unit.space, 'passkey', row));
    return ours.map((row) => ({
      id: row.id,
      accountId: row.account_id,
      credentialId: row.credential_id,
      publicKey: row.public_key,
      signCount: Number(row.sign_count),
      transports: row.transports,
    }));
  }
}
