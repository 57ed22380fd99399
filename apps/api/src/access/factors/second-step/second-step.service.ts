import { Injectable } from '@nestjs/common';
import type { StepMeans } from '@repere/cases';
import type { DeclaredAct } from '../../../platform/unit/act';
import { type CountedTry, RateLimits, type Reservation } from '../../../platform/limits/rate-limits';
import { Refusal } from '../../../platform/refusals/refusal';
import type { RequestPlace } from '../../../platform/requests/request-origin';
import { Secrecy } from '../../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import { OpenSessionService, type SignedIn } from '../../sign-in/open-session.service';
import { ProviderSessions } from '../../provider/sign-out/provider-sessions.repository';
import type { Strength } from '@repere/access';
import { limitsOfCode } from '../../sign-in/sign-in-limits';
import { FactorsService } from '../factors.service';
import { type PendingSignIn, PendingSignInRepository } from './pending-sign-in.repository';
import { PasskeysService } from '../passkeys/passkeys.service';
import type { PasskeyAssertionDto, PasskeyOptionsDto, SecondStepDueDto, StepProofDto } from './proofs.dto';

const FIRST_STEP: DeclaredAct = { type: 'session.first-step', purpose: 'access', idempotent: false };
const SECOND_STEP: DeclaredAct = { type: 'session.second-step', purpose: 'access', idempotent: false };
const PASSKEY: DeclaredAct = { type: 'session.passkey', purpose: 'access', idempotent: false };

/** A second step that is due; the token is for one browser's cookie. */
export interface BegunStep {
  readonly token: string;
  readonly due: SecondStepDueDto;
}

/** Signing in after the right password, or with a passkey and nothing else. No session before it is done. */
@Injectable()
export class SecondStepService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly secrecy: Secrecy,
    private readonly limits: RateLimits,
    private readonly pending: PendingSignInRepository,
    private readonly factors: FactorsService,
    private readonly passkeys: PasskeysService,
    private readonly sessions: OpenSessionService,
    private readonly otherEnds: ProviderSessions,
  ) {}

  /**
   * What is due after the right password, and the token that binds it to this browser; `null`: the account has no second factor.
   * `counted`: the try at the first.
   */
  async beginSecondStep(
    place: RequestPlace,
    accountId: string,
    counted: CountedTry | null,
  ): Promise<BegunStep | null> {
    const means = await this.unit.unrecorded('system:access', place, () => this.factors.means(accountId));
    if (means.length === 0) return null;
    return this.unit.runAs('system:access', place, FIRST_STEP, async () => {
      if (counted) await this.limits.giveBack(counted);
      this.unit.notes({ account: accountId });
      const { token, until } = await this.pending.openPendingSignIn({ accountId, challenge: null });
      return { token, due: { means, until: until.toISOString() } };
    });
  }

  /** What is due in this browser, for a page that was not there when it fell due: its reader comes from a provider. */
  async due(place: RequestPlace, token: string | null): Promise<SecondStepDueDto> {
    return this.unit.unrecorded('system:access', place, async () => {
      const pending = token === null ? null : await this.pending.findPendingSignIn(token);
      if (!pending?.accountId) throw new Refusal('second-step-over');
      return { means: await this.factors.means(pending.accountId), until: pending.until.toISOString() };
    });
  }

  /** What the account of this browser's pending sign-in can sign with. */
  async askPasskey(place: RequestPlace, token: string | null): Promise<PasskeyOptionsDto> {
    return this.unit.unrecorded('system:access', place, async () => {
      const pending = token === null ? null : await this.pending.findPendingSignIn(token);
      if (!token || !pending?.accountId) throw new Refusal('second-step-over');
      const { options, challenge } = await this.passkeys.askForPasskey(pending.accountId);
      await this.pending.setChallenge(token, challenge);
      return { options };
    });
  }

  /** Options for whichever passkey the device has, and the token that binds the answer to this browser. */
  askAnyPasskey(place: RequestPlace): Promise<PasskeyOptionsDto & { readonly token: string }> {
    return this.unit.unrecorded('system:access', place, async () => {
      const { options, challenge } = await this.passkeys.askForPasskey(null);
      const { token } = await this.pending.openPendingSignIn({ accountId: null, challenge });
      return { options, token };
    });
  }

  /** The session; refuses with `second-step-failed`, `second-step-over`, or `locked` after too many failures. */
  async finishSecondStep(
    place: RequestPlace,
    address: string,
    token: string | null,
    proof: StepProofDto,
  ): Promise<SignedIn> {
    const { accountId, challenge, reservation } = await this.tryStep(place, address, token);
    if (!token || accountId === null) throw new Refusal('second-step-over');
    if (!reservation?.ok) return this.refuseLocked(place, accountId, reservation?.retryAfter ?? 0);
    const shown = await this.unit.runAs('system:access', place, SECOND_STEP, async () => {
      const means = await this.factors.prove(accountId, proof, challenge);
      if (means === null) return this.failed(SECOND_STEP, accountId, proof);
      if (!(await this.pending.takePending(token))) throw new Refusal('second-step-over');
      await this.limits.giveBack(reservation.counted);
      this.unit.notes({ account: accountId, means });
      return { accountId, strength: strengthOf(means) };
    });
    if (!shown) throw new Refusal('second-step-failed');
    // Who came by a provider signs out there as well.
    return this.sessions.openSession(place, shown.accountId, shown.strength, (signedIn) =>
      this.otherEnds.adopt(token, signedIn.token),
    );
  }

  /** The session of whoever's passkey has signed; refuses with `passkey-refused` or `second-step-over`. */
  async signInWithPasskey(
    place: RequestPlace,
    token: string | null,
    said: PasskeyAssertionDto,
  ): Promise<SignedIn> {
    const pending = await this.unit.unrecorded('system:access', place, async () =>
      token === null ? null : this.pending.countTry(token),
    );
    // One that belongs to a password is for its second step alone.
    if (!token || !pending || pending.accountId !== null) throw new Refusal('second-step-over');
    const shown = await this.unit.runAs('system:access', place, PASSKEY, async () => {
      const { accountId, isGood } = await this.passkeys.check(said, pending.challenge);
      if (accountId === null || !isGood) return this.failed(PASSKEY, accountId, { passkey: said });
      if (!(await this.pending.takePending(token))) throw new Refusal('second-step-over');
      this.unit.notes({ account: accountId });
      return { accountId, strength: 'passkey' } as const;
    });
    if (!shown) throw new Refusal('passkey-refused');
    return this.sessions.openSession(place, shown.accountId, shown.strength);
  }

  private tryStep(place: RequestPlace, address: string, token: string | null): Promise<Tried> {
    return this.unit.unrecorded('system:access', place, async () => {
      const pending = token === null ? null : await this.pending.countTry(token);
      if (!pending?.accountId) return { accountId: null, challenge: null, reservation: null };
      const tried = this.secrecy.blindToken('second-step', pending.accountId);
      const from = this.secrecy.blindToken('address', address);
      const reservation = await this.limits.reserve(limitsOfCode(tried, from));
      return { ...pending, reservation };
    });
  }

  private async failed({ type }: DeclaredAct, accountId: string | null, proof: StepProofDto): Promise<null> {
    const means = Object.keys(proof);
    await this.unit.recordEvent({
      type,
      outcome: 'failed',
      payload: { account: accountId, means },
    });
    return null;
  }

  private refuseLocked(place: RequestPlace, accountId: string, retryAfter: number): Promise<never> {
    return this.unit.runAs('system:access', place, SECOND_STEP, async () => {
      this.unit.notes({ account: accountId });
      throw new Refusal('locked', { retryAfter });
    });
  }
}

interface Tried extends PendingSignIn {
  readonly reservation: Reservation | null;
}

const strengthOf = (means: StepMeans): Strength => (means === 'passkey' ? 'passkey' : 'two-factors');
