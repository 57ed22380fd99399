import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DeclaredAct } from '../platform/act';
import { Refusal } from '../platform/refusal';
import type { RequestPlace } from '../platform/request-place';
import { Secrecy } from '../platform/secrecy/secrecy';
import { UnitOfWork } from '../platform/unit-of-work';
import { Passwords } from './passwords';
import { type OpenSession, SessionRepository } from './session.repository';
import { type Reservation, SignInLimits } from './sign-in-limits';

const SIGN_IN: DeclaredAct = { type: 'session.open', purpose: 'access', idempotent: false };

/** A session that was just opened; the token is shown once. */
export interface SignedIn {
  readonly token: string;
  readonly session: OpenSession;
}

interface Attempt {
  readonly account: { readonly id: string; readonly password_hash: string } | null;
  readonly reservation: Reservation;
  /** Keyed hashes, for the record. */
  readonly traces: { readonly login: string; readonly address: string };
}

/** Signing in with login and password. Wrong password, unknown and disabled account look alike, in words and in time. */
@Injectable()
export class SignInService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly limits: SignInLimits,
    private readonly passwords: Passwords,
    private readonly sessions: SessionRepository,
    private readonly secrecy: Secrecy,
  ) {}

  /** The session; refuses with `sign-in-failed`, or `locked` after too many failures. */
  async signIn(place: RequestPlace, address: string, login: string, password: string): Promise<SignedIn> {
    const attempt = await this.begin(place, address, login.trim().toLowerCase());
    const { account, reservation } = attempt;
    if (!reservation.ok) return this.refuseLocked(place, attempt, reservation.retryAfter);
    // Outside any transaction: it takes a quarter of a second.
    const fits = await this.passwords.fits(account?.password_hash ?? null, password);
    if (account && fits) return this.open(place, account.id, reservation.attemptId);
    await this.recordFailure(place, attempt);
    throw new Refusal('sign-in-failed');
  }

  private begin(place: RequestPlace, address: string, login: string): Promise<Attempt> {
    return this.unit.unrecorded('system:access', place, async () => {
      const tokens = {
        login: this.secrecy.blindToken('login', login),
        address: this.secrecy.blindToken('address', address),
      };
      const reservation = await this.limits.reserve(this.unit.manager, tokens);
      const [account]: NonNullable<Attempt['account']>[] = await this.unit.manager.query(
        `SELECT id, password_hash FROM account WHERE login = $1 AND disabled_at IS NULL`,
        [login],
      );
      const traces = { login: tokens.login.toString('hex'), address: tokens.address.toString('hex') };
      return { account: account ?? null, reservation, traces };
    });
  }

  private open(place: RequestPlace, accountId: string, attemptId: string): Promise<SignedIn> {
    let signedIn: SignedIn | null = null;
    const identify = async (manager: EntityManager): Promise<OpenSession['actor']> => {
      const token = await this.sessions.open(manager, accountId);
      const session = await this.sessions.find(manager, token);
      if (!session) throw new Refusal('sign-in-failed');
      signedIn = { token, session };
      return session.actor;
    };
    return this.unit.run({ ...place, identify }, SIGN_IN, async () => {
      await this.limits.succeed(this.unit.manager, attemptId);
      if (!signedIn) throw new Error('no session was opened');
      return signedIn;
    });
  }

  private async recordFailure(place: RequestPlace, { account, traces }: Attempt): Promise<void> {
    await this.unit.runAs('system:access', place, SIGN_IN, () =>
      this.unit.record({
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
