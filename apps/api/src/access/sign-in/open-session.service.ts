import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DeclaredAct } from '../../platform/unit/act';
import { Refusal } from '../../platform/refusals/refusal';
import type { RequestPlace } from '../../platform/requests/request-origin';
import { type Enter, enterAs } from '../../platform/unit/enter';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { lockAccount, meansOf } from '../factors/factors.query';
import { type OpenSession, SessionRepository } from './session.repository';
import type { Strength } from '@repere/access';

export const SIGN_IN: DeclaredAct = { type: 'session.open', purpose: 'access', idempotent: false };

/** A session that was just opened; the token is shown once. */
export interface SignedIn {
  readonly token: string;
  readonly session: OpenSession;
}

/** Opens the session of somebody who has shown who they are; recorded as theirs. */
@Injectable()
export class OpenSessionService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly sessions: SessionRepository,
  ) {}

  /** The session, with `also` in its transaction; refuses with `sign-in-failed` when the account is gone meanwhile. `strengthenedAt`: if not now. */
  openSession(
    place: RequestPlace,
    accountId: string,
    strength: Strength,
    also: (signedIn: SignedIn) => Promise<void> = async () => undefined,
    strengthenedAt: Date | null = null,
  ): Promise<SignedIn> {
    let signedIn: SignedIn | null = null;
    const enter: Enter = async (manager, now) => {
      await enterAs('system:session')(manager, now);
      if (strength === 'password') await refuseWithFactor(manager, accountId);
      const token = await this.sessions.openSession(
        manager,
        place.space,
        accountId,
        strength,
        strengthenedAt,
      );
      const session = await this.sessions.enterSession(manager, place.space, token, now);
      if (!session) throw new Refusal('sign-in-failed');
      signedIn = { token, session };
      return session.actor;
    };
    return this.unit.runAct({ ...place, enter }, SIGN_IN, async () => {
      if (!signedIn) throw new Error('no session was opened');
      await also(signedIn);
      this.unit.notes({ strength, session: signedIn.session.id });
      return signedIn;
    });
  }
}

/** A factor that was added since the password was checked counts already. */
async function refuseWithFactor(manager: EntityManager, accountId: string): Promise<void> {
  await lockAccount(manager, accountId);
  if ((await meansOf(manager, accountId)).length > 0) throw new Refusal('sign-in-failed');
}
