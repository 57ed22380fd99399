import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { AccountEntity } from '../entities/accounts/account.entity';
import { SessionAuthentication } from '../sign-in/session-authentication';
import { SessionRepository } from '../sign-in/session.repository';
import { lockAccount } from './factors.query';
import { FactorsService } from './factors.service';
import { PasskeysRepository } from './passkeys/passkeys.repository';
import { PasskeysService } from './passkeys/passkeys.service';
import { RecoveryCodesRepository } from './recovery-codes/recovery-codes.repository';
import { normaliseCode, totpUri } from './totp/totp';
import { TotpRepository } from './totp/totp.repository';
import type { FactorAddedDto, TotpToConfirmDto } from './factors.dto';
import type { PasskeyAttestationDto, PasskeyOptionsDto } from './second-step/proofs.dto';

/** A factor that was added, and the token under which the session goes on. */
export interface AddedInSession extends FactorAddedDto {
  readonly token: string;
}

/** Adding to how one signs in. In a unit of work of the account itself. */
@Injectable()
export class NewFactorService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly authentication: SessionAuthentication,
    private readonly sessions: SessionRepository,
    private readonly totp: TotpRepository,
    private readonly passkeys: PasskeysRepository,
    private readonly webAuthn: PasskeysService,
    private readonly codes: RecoveryCodesRepository,
    private readonly factors: FactorsService,
  ) {}

  async beginTotp(): Promise<TotpToConfirmDto> {
    const secret = await this.totp.beginSecret(this.unit.account.id);
    return { secret, uri: totpUri(secret, await this.login(), `Repère – ${this.unit.space.title}`) };
  }

  /** Refuses with `second-step-failed` when it is not the app's code. */
  async confirmTotp(code: string, token: string): Promise<AddedInSession> {
    await lockAccount(this.unit.manager, this.unit.account.id);
    const isRight = await this.totp.confirm(this.unit.account.id, normaliseCode(code));
    if (!isRight) throw new Refusal('second-step-failed');
    return this.added(token);
  }

  async askPasskey(token: string): Promise<PasskeyOptionsDto> {
    const account = { id: this.unit.account.id, login: await this.login() };
    const { options, challenge } = await this.webAuthn.askForNew(account);
    await this.sessions.setChallenge(this.unit.manager, this.unit.space, token, challenge);
    return { options };
  }

  /** Refuses with `passkey-refused`. */
  async addPasskey(name: string, said: PasskeyAttestationDto, token: string): Promise<AddedInSession> {
    const { manager, account } = this.unit;
    await lockAccount(manager, account.id);
    const challenge = await this.sessions.takeChallenge(manager, this.unit.space, token);
    await this.webAuthn.addPasskey(account.id, name.trim(), challenge, said);
    return this.added(token);
  }

  async renamePasskey(id: string, name: string): Promise<void> {
    const isTheirs = await this.passkeys.rename(this.unit.account.id, id, name.trim());
    if (!isTheirs) throw new Refusal('not-found');
  }

  /** Refused where there is no factor for which they could stand in. */
  async renewCodes(): Promise<readonly string[]> {
    const { id } = this.unit.account;
    if ((await this.factors.means(id)).length === 0) throw new Refusal('refused', { reasons: [NO_FACTOR] });
    return this.codes.renew(id);
  }

  /** Sessions that a password alone has opened are over; this one has just shown more. */
  private async added(token: string): Promise<AddedInSession> {
    const { manager, account } = this.unit;
    const { id, strength } = this.authentication.sessionIn(manager);
    const stronger = strength === 'password' ? 'two-factors' : strength;
    this.unit.notes({ session: id, strength: stronger });
    const next = await this.sessions.strengthen(manager, this.unit.space, token, stronger);
    await this.sessions.endWeak(manager, account.id);
    return { token: next, recoveryCodes: await this.factors.codesForFirst(account.id) };
  }

  private async login(): Promise<string> {
    const { login } = await this.unit.manager.findOneByOrFail(AccountEntity, { id: this.unit.account.id });
    return login;
  }
}

const NO_FACTOR = {
  code: 'no-factor',
  text: {
    fr: 'Ajoutez d’abord une seconde preuve : les codes de secours la remplacent quand elle manque.',
    en: 'First add a second factor: recovery codes stand in for it when it is missing.',
  },
};
