import { Injectable } from '@nestjs/common';
import { type CountedTry, RateLimits, type Reservation } from '../../platform/limits/rate-limits';
import { Refusal } from '../../platform/refusals/refusal';
import type { RequestPlace } from '../../platform/requests/request-origin';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { type BegunStep, SecondStepService } from '../factors/second-step/second-step.service';
import { OpenSessionService, SIGN_IN, type SignedIn } from './open-session.service';
import { PasswordHashes } from '../passwords/password-hashes.repository';
import { Passwords } from '../passwords/passwords';
import { OPEN_ACCOUNT } from '../open-account.query';
import { limitsOfTry } from './sign-in-limits';

interface Attempt {
  readonly account: { readonly id: string; readonly passwordHash: string | null } | null;
  readonly reservation: Reservation;
  /** Keyed hashes, for the record. */
  readonly traces: { readonly login: string; readonly address: string };
}

/** Signing in with login and password. Wrong password, unknown and disabled account look alike, in words and in time. */
@Injectable()
export class SignInService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly limits: RateLimits,
    private readonly passwords: Passwords,
    private readonly hashes: PasswordHashes,
    private readonly secondStep: SecondStepService,
    private readonly sessions: OpenSessionService,
    private readonly secrecy: Secrecy,
  ) {}

  /** The session, or the second step that is due; refuses with `sign-in-failed`, or `locked` after too many failures. */
  async signIn(
    place: RequestPlace,
    address: string,
    login: string,
    password: string,
  ): Promise<SignedIn | BegunStep> {
    const attempt = await this.beginAttempt(place, address, login.trim().toLowerCase());
    const { account, reservation } = attempt;
    if (!reservation.ok) return this.refuseLocked(place, attempt, reservation.retryAfter);
    // Outside any transaction: it takes a quarter of a second.
    const fits = await this.passwords.fits(account?.passwordHash ?? null, password);
    if (account && fits) return this.goOn(place, account.id, reservation.counted);
    await this.recordFailure(place, attempt);
    throw new Refusal('sign-in-failed');
  }

  private async goOn(
    place: RequestPlace,
    accountId: string,
    counted: CountedTry,
  ): Promise<SignedIn | BegunStep> {
    const begun = await this.secondStep.beginSecondStep(place, accountId, counted);
    const succeed = (): Promise<void> => this.limits.giveBack(counted);
    return begun ?? this.sessions.openSession(place, accountId, 'password', succeed);
  }

  private beginAttempt(place: RequestPlace, address: string, login: string): Promise<Attempt> {
    return this.unit.unrecorded('system:access', place, async () => {
      const tokens = {
        login: this.secrecy.blindToken('login', login),
        address: this.secrecy.blindToken('address', address),
      };
      const reservation = await this.limits.reserve(limitsOfTry(tokens.login, tokens.address));
      const known = await OPEN_ACCOUNT.first(this.unit.manager, [login]);
      // Asked for nobody as well, so that both take the same time.
      const passwordHash = await this.hashes.findHash(known?.id ?? NOBODY);
      const traces = { login: tokens.login.toString('hex'), address: tokens.address.toString('hex') };
      return { account: known ? { id: known.id, passwordHash } : null, reservation, traces };
    });
  }

  private async recordFailure(place: RequestPlace, { account, traces }: Attempt): Promise<void> {
    await this.unit.runAs('system:access', place, SIGN_IN, () =>
      this.unit.recordEvent({
        type: SIGN_IN.type,
        outcome: 'failed',
        payload: { ...traces, account: account?.id ?? null },
      }),
    );
  }

  private refuseLocked(
    place: RequestPlace,
    { account, traces }: Attempt,
    retryAfter: number,
  ): Promise<never> {
    return this.unit.runAs('system:access', place, SIGN_IN, async () => {
      this.unit.notes({ ...traces, account: account?.id ?? null });
      throw new Refusal('locked', { retryAfter });
    });
  }
}

const NOBODY = '00000000-0000-0000-0000-000000000000';
