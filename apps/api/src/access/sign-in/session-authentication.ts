import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { EntityManager } from 'typeorm';
import type { DeclaredAct } from '../../platform/unit/act';
import { Authentication } from '../../platform/unit/authentication';
import type { Enter } from '../../platform/unit/enter';
import type { Configuration } from '../../platform/settings/configuration';
import { Refusal } from '../../platform/refusals/refusal';
import { placeOfRequest } from '../../platform/requests/request-origin';
import type { Space } from '../../platform/spaces/spaces';
import { CONFIGURATION } from '../../platform/tokens';
import { mustEnrol } from '../factors/must-enrol';
import { endLeading, readSessionCookie } from './session-cookie';
import { deviceOf } from '../sessions/device';
import { SessionPeople } from './session-people';
import { type OpenSession, SessionRepository } from './session.repository';

/** Asks the session of the request, in the transaction of the request: an account disabled a moment ago is out. */
@Injectable()
export class SessionAuthentication extends Authentication {
  private readonly sessions = new WeakMap<Request, OpenSession>();
  private readonly ofUnits = new WeakMap<EntityManager, OpenSession>();

  constructor(
    private readonly repository: SessionRepository,
    private readonly people: SessionPeople,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {
    super();
  }

  ofRequest(request: Request): Enter {
    return async (manager, now) => {
      const { space } = placeOfRequest(request);
      const token = readSessionCookie(request, space);
      const session = token ? await this.repository.enterSession(manager, space, token, now) : null;
      if (token && !session) this.people.forget(space, token);
      if (!session && comesAnew(request, space) && request.res) endLeading(request, request.res);
      if (!session || !isOfPage(request, session)) throw new Refusal('unauthenticated');
      if (!session.device)
        await this.repository.describe(manager, session.id, deviceOf(request.header('User-Agent') ?? ''));
      this.sessions.set(request, session);
      this.ofUnits.set(manager, session);
      return session.actor;
    };
  }

  personOf(request: Request): Promise<string | null> {
    return this.people.findAccount(request);
  }

  accountOf(request: Request): Promise<string | null> {
    return this.people.findOpen(request);
  }

  admit(request: Request, { whileEnrolling }: DeclaredAct): void {
    if (
      !whileEnrolling &&
      mustEnrol(this.configuration, placeOfRequest(request).space, this.sessionOf(request))
    )
      throw new Refusal('second-factor-due');
  }

  /** The session that the unit of work with this manager was opened with. */
  sessionIn(manager: EntityManager): OpenSession {
    const session = this.ofUnits.get(manager);
    if (!session) throw new Refusal('unauthenticated');
    return session;
  }

  /** The session that the running unit of work was opened with. */
  sessionOf(request: Request): OpenSession {
    const session = this.sessions.get(request);
    if (!session) throw new Refusal('unauthenticated');
    return session;
  }
}

/**
 * A page that locked behind a class goes on saying whose it is. What says nothing was opened by somebody who comes: where no session is
 * open any more, however it ended, this browser leads in no training space either.
 */
const comesAnew = (request: Request, { kind }: Space): boolean =>
  kind === 'live' && request.header('X-Repere-Account') === undefined;

/**
 * A page says whose it is. When somebody else has signed in meanwhile in the same browser, it must neither show nor save
 * anything in that person's name.
 */
function isOfPage(request: Request, { actor }: OpenSession): boolean {
  const account = request.header('X-Repere-Account');
  return account === undefined || account === actor.id;
}
