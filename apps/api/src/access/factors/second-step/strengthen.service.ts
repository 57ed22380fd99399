import { Injectable } from '@nestjs/common';
import type { StepMeans } from '@repere/cases';
import type { Request } from 'express';
import type { DeclaredAct } from '../../../platform/unit/act';
import { type CountedTry, RateLimits, type Reservation } from '../../../platform/limits/rate-limits';
import { Refusal } from '../../../platform/refusals/refusal';
import { placeOfRequest } from '../../../platform/requests/request-origin';
import { Secrecy } from '../../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../../platform/unit/unit-of-work';
import type { SignedIn } from '../../sign-in/open-session.service';
import { PasswordHashes } from '../../passwords/password-hashes.repository';
import { Passwords } from '../../passwords/passwords';
import { SessionAuthentication } from '../../sign-in/session-authentication';
import { readSessionCookie } from '../../sign-in/session-cookie';
import { SessionRepository } from '../../sign-in/session.repository';
import type { Strength } from '@repere/access';
import { limitsOfCode, limitsOfTry } from '../../sign-in/sign-in-limits';
import { FactorsService } from '../factors.service';
import { PasskeysService } from '../passkeys/passkeys.service';
import { machineNow } from '../../../platform/clocks';
import type { PasskeyOptionsDto, StepUpAskedDto, StepUpDto } from './proofs.dto';

const STEP_UP: DeclaredAct = { type: 'session.step-up', purpose: 'access', idempotent: false };
const PREPARE: DeclaredAct = { ...STEP_UP, isUnrecorded: true };

/** What was found out before the password is looked at. */
interface Prepared {
  readonly accountId: string;
  readonly passwordHash: string | null;
  readonly means: readonly StepMeans[];
  readonly challenge: Buffer | null;
  readonly reservation: Reservation;
}

/** Showing again, in the middle of a session, that it is really its owner: the session goes on under a new token. */
@Injectable()
export class StrengthenService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly authentication: SessionAuthentication,
    private readonly secrecy: Secrecy,
    private readonly limits: RateLimits,
    private readonly passwords: Passwords,
    private readonly hashes: PasswordHashes,
    private readonly sessions: SessionRepository,
    private readonly factors: FactorsService,
    private readonly passkeys: PasskeysService,
  ) {}

  /** What this account has to show. In its unit of work. */
  async asks(): Promise<StepUpAskedDto> {
    return { means: await this.factors.means(this.unit.account.id) };
  }

  /** Options for a passkey of this account. In its unit of work. */
  async askPasskey(token: string): Promise<PasskeyOptionsDto> {
    const { options, challenge } = await this.passkeys.askForPasskey(this.unit.account.id);
    await this.sessions.setChallenge(this.unit.manager, this.unit.space, token, challenge);
    return { options };
  }

  /** The session under its new token; refuses with `step-up-failed`, or `locked` after too many failures. */
  async strengthen(request: Request, shown: StepUpDto): Promise<SignedIn> {
    const prepared = await this.prepare(request, shown);
    const { reservation } = prepared;
    if (!reservation.ok) return this.refuseLocked(request, reservation.retryAfter);
    const isPasswordRight = await this.checkPassword(prepared, shown);
    const strengthened = await this.inSession(request, STEP_UP, (token) =>
      this.conclude(request, token, { ...prepared, counted: reservation.counted }, shown, isPasswordRight),
    );
    if (!strengthened) throw new Refusal('step-up-failed');
    return strengthened;
  }

  private prepare(request: Request, shown: StepUpDto): Promise<Prepared> {
    return this.inSession(request, PREPARE, async (token) => {
      const { manager, account } = this.unit;
      const passwordHash = await this.hashes.findHash(account.id);
      // Of its own: wrong passwords of a stranger, or of a whole office, must not keep an open session from stepping up.
      const own = this.secrecy.blindToken('step-up', account.id);
      const reservation = await this.limits.reserve([
        ...(shown.passkey ? [] : limitsOfTry(own, own)),
        ...(isProven(shown) ? limitsOfCode(this.secrecy.blindToken('second-step', account.id), own) : []),
      ]);
      return {
        accountId: account.id,
        passwordHash,
        means: await this.factors.means(account.id),
        challenge: shown.passkey ? await this.sessions.takeChallenge(manager, this.unit.space, token) : null,
        reservation,
      };
    });
  }

  /** Outside any transaction: it takes a quarter of a second. A passkey needs none. */
  private async checkPassword(
    { passwordHash }: Prepared,
    { password, passkey }: StepUpDto,
  ): Promise<boolean> {
    return passkey ? true : this.passwords.fits(passwordHash, password ?? '');
  }

  private async conclude(
    request: Request,
    token: string,
    { accountId, means, challenge, counted }: Prepared & { readonly counted: CountedTry },
    shown: StepUpDto,
    isPasswordRight: boolean,
  ): Promise<SignedIn | null> {
    const session = this.authentication.sessionOf(request);
    // Without a second factor, in a demo, the password is all there is.
    const isAlone = means.length === 0 && !isProven(shown);
    const proven = isPasswordRight && !isAlone ? await this.factors.prove(accountId, shown, challenge) : null;
    if (!isPasswordRight || (!isAlone && proven === null)) {
      await this.unit.recordEvent({
        type: STEP_UP.type,
        outcome: 'failed',
        payload: { means: Object.keys(shown) },
      });
      return null;
    }
    await this.limits.giveBack(counted);
    const strength = strengthAfter(session.strength, proven);
    this.unit.notes({ means: proven ?? 'password', session: session.id, strength });
    const next = await this.sessions.strengthen(this.unit.manager, this.unit.space, token, strength);
    return { token: next, session: { ...session, strength, strengthenedAt: new Date(machineNow()) } };
  }

  private refuseLocked(request: Request, retryAfter: number): Promise<never> {
    return this.inSession(request, STEP_UP, async () => {
      throw new Refusal('locked', { retryAfter });
    });
  }

  private inSession<T>(request: Request, act: DeclaredAct, work: (token: string) => Promise<T>): Promise<T> {
    const place = placeOfRequest(request);
    return this.unit.runAct({ ...place, enter: this.authentication.ofRequest(request) }, act, () =>
      // There is one: its session was just found by it.
      work(readSessionCookie(request, place.space) ?? ''),
    );
  }
}

const isProven = ({ code, recoveryCode, passkey }: StepUpDto): boolean =>
  code !== undefined || recoveryCode !== undefined || passkey !== undefined;

function strengthAfter(before: Strength, proven: StepMeans | null): Strength {
  if (proven === null) return before;
  return proven === 'passkey' || before === 'passkey' ? 'passkey' : 'two-factors';
}
