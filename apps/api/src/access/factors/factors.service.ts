import { Inject, Injectable } from '@nestjs/common';
import type { StepMeans } from '@repere/cases';
import type { Configuration } from '../../platform/settings/configuration';
import { Refusal } from '../../platform/refusals/refusal';
import { CONFIGURATION } from '../../platform/tokens';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { factorTimes, lockAccount, meansOf } from './factors.query';
import { asksForFactor } from './must-enrol';
import { PasskeysRepository } from './passkeys/passkeys.repository';
import { PasskeysService } from './passkeys/passkeys.service';
import { RecoveryCodesRepository } from './recovery-codes/recovery-codes.repository';
import { normaliseCode } from './totp/totp';
import { TotpRepository } from './totp/totp.repository';
import type { FactorsDto } from './factors.dto';
import type { StepProofDto } from './second-step/proofs.dto';

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

  async showFactors(accountId: string): Promise<FactorsDto> {
    const {
      totpAt = null,
      codesAt = null,
      left = 0,
    } = (await factorTimes(this.unit.manager, accountId)) ?? {};
    return {
      totp: totpAt && { addedAt: totpAt.toISOString() },
      passkeys: await this.passkeys.listPasskeys(accountId),
      recovery: codesAt && { left, madeAt: codesAt.toISOString() },
      isRequired: asksForFactor(this.configuration, this.unit.space),
    };
  }

  /** What the account can show in a second step; empty: it has no second factor. */
  means(accountId: string): Promise<readonly StepMeans[]> {
    return meansOf(this.unit.manager, accountId);
  }

  /** With which of its means the account has shown that it is it; `null`: it has not. What was shown is used up. */
  async prove(accountId: string, proof: StepProofDto, challenge: Buffer | null): Promise<StepMeans | null> {
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
    const { recovery } = await this.showFactors(accountId);
    return recovery === null ? this.codes.renew(accountId) : null;
  }

  async removeTotp(accountId: string): Promise<void> {
    await this.removeFactor(accountId, () => this.totp.removeSecret(accountId));
  }

  async removePasskey(accountId: string, id: string): Promise<void> {
    await this.removeFactor(accountId, () => this.passkeys.removePasskey(accountId, id));
  }

  /**
   * Removes all of them: their owner starts anew at the next sign-in. For an administrator's act, as a system actor: an account sees
   * its own alone.
   */
  async removeAll(accountId: string): Promise<void> {
    await this.totp.removeAll(accountId);
    await this.passkeys.removeAll(accountId);
    await this.codes.removeAll(accountId);
  }

  private async removeFactor(accountId: string, remove: () => Promise<boolean>): Promise<void> {
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
