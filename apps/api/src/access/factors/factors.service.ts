import { Inject, Injectable } from '@nestjs/common';
import type { Factors, StepMeans, StepProof } from '@repere/cases';
import type { EntityManager } from 'typeorm';
import type { Configuration } from '../../platform/configuration';
import { Refusal } from '../../platform/refusal';
import { CONFIGURATION } from '../../platform/tokens';
import { UnitOfWork } from '../../platform/unit-of-work';
import { asksForFactor } from './must-enrol';
import { PasskeysRepository } from './passkeys.repository';
import { PasskeysService } from './passkeys.service';
import { RecoveryCodesRepository } from './recovery-codes.repository';
import { normaliseCode } from './totp';
import { TotpRepository } from './totp.repository';

/** What an account signs in with beside its password. In a unit of work. */
@Injectable()
export class FactorsService {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly unit: UnitOfWork,
    private readonly totp: TotpRepository,
    private readonly passkeys: PasskeysRepository,
    private readonly webAuthn: PasskeysService,
    private readonly codes: RecoveryCodesRepository,
  ) {}

  async show(accountId: string): Promise<Factors> {
    const [row]: {
      totp_at: Date | null;
      codes_at: Date | null;
      left: number;
    }[] = await this.unit.manager.query(
      `SELECT (SELECT confirmed_at FROM totp_factor WHERE account_id = $1 AND confirmed_at IS NOT NULL) AS totp_at,
              (SELECT max(made_at) FROM recovery_code WHERE account_id = $1) AS codes_at,
              (SELECT count(*)::int FROM recovery_code WHERE account_id = $1 AND used_at IS NULL) AS left`,
      [accountId],
    );
    const { totp_at = null, codes_at = null, left = 0 } = row ?? {};
    return {
      totp: totp_at && { addedAt: totp_at.toISOString() },
      passkeys: await this.passkeys.list(accountId),
      recovery: codes_at && { left, madeAt: codes_at.toISOString() },
      isRequired: asksForFactor(this.configuration, this.unit.space),
    };
  }

  /** What the account can show in a second step; empty: it has no second factor. */
  means(accountId: string): Promise<readonly StepMeans[]> {
    return meansOf(this.unit.manager, accountId);
  }

  /** With which of its means the account has shown that it is it; `null`: it has not. What was shown is used up. */
  async prove(accountId: string, proof: StepProof, challenge: Buffer | null): Promise<StepMeans | null> {
    if (proof.passkey) {
      const signed = await this.webAuthn.check(proof.passkey, challenge);
      return signed.isGood && signed.accountId === accountId ? 'passkey' : null;
    }
    if (proof.recoveryCode !== undefined)
      return (await this.codes.use(accountId, proof.recoveryCode)) ? 'recovery-code' : null;
    if (proof.code === undefined) return null;
    return (await this.totp.useCode(accountId, normaliseCode(proof.code))) ? 'code' : null;
  }

  /** After a factor was added: recovery codes come with the first one. */
  async codesForFirst(accountId: string): Promise<readonly string[] | null> {
    const { recovery } = await this.show(accountId);
    return recovery === null ? this.codes.renew(accountId) : null;
  }

  async removeTotp(accountId: string): Promise<void> {
    await this.remove(accountId, () => this.totp.remove(accountId));
  }

  async removePasskey(accountId: string, id: string): Promise<void> {
    await this.remove(accountId, () => this.passkeys.remove(accountId, id));
  }

  /**
   * Whoever lost all of them starts anew at the next sign-in. For an administrator's act, as a system actor: an account sees
   * its own alone.
   */
  async removeAll(accountId: string): Promise<void> {
    for (const table of ['totp_factor', 'passkey', 'recovery_code'])
      await this.unit.manager.query(`DELETE FROM ${table} WHERE account_id = $1`, [accountId]);
  }

  private async remove(accountId: string, remove: () => Promise<boolean>): Promise<void> {
    // One at a time: two at once could each leave the other as the last one.
    await lockAccount(this.unit.manager, accountId);
    if (!(await remove())) throw new Refusal('not-found');
    if ((await this.means(accountId)).length > 0) return;
    if (asksForFactor(this.configuration, this.unit.space)) throw new Refusal('refused', { reasons: [LAST] });
    await this.removeAll(accountId);
  }
}

const LAST = {
  code: 'last-factor',
  text: {
    fr: 'C’est votre seule seconde preuve, et elle est obligatoire ici : ajoutez-en d’abord une autre.',
    en: 'It is your only second factor, and one is required here: add another one first.',
  },
};

/** What an account can show beside its password. Recovery codes stand in for a factor and are none themselves. */
export async function meansOf(manager: EntityManager, accountId: string): Promise<readonly StepMeans[]> {
  const [row]: { totp: boolean; passkey: boolean; recovery: boolean }[] = await manager.query(
    `SELECT EXISTS (SELECT 1 FROM totp_factor WHERE account_id = $1 AND confirmed_at IS NOT NULL) AS totp,
            EXISTS (SELECT 1 FROM passkey WHERE account_id = $1) AS passkey,
            EXISTS (SELECT 1 FROM recovery_code WHERE account_id = $1 AND used_at IS NULL) AS recovery`,
    [accountId],
  );
  if (!row || !(row.totp || row.passkey)) return [];
  return [
    ...(row.totp ? (['code'] as const) : []),
    ...(row.passkey ? (['passkey'] as const) : []),
    ...(row.recovery ? (['recovery-code'] as const) : []),
  ];
}

/** Others that add or remove a factor of this account, or sign in with its password alone, wait until this transaction ends. */
export const lockAccount = (manager: EntityManager, accountId: string): Promise<unknown> =>
  manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('factors of ' || $1, 0))`, [accountId]);
