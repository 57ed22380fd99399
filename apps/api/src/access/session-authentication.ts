import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../platform/actor';
import { Authentication } from '../platform/authentication';
import { Refusal } from '../platform/refusal';
import { placeOfRequest } from '../platform/request-place';
import { readSessionCookie } from './session-cookie';
import { type OpenSession, SessionRepository } from './session.repository';

/** Asks the session of the request, in the transaction of the request: an account disabled a moment ago is out. */
@Injectable()
export class SessionAuthentication extends Authentication {
  private readonly sessions = new WeakMap<Request, OpenSession>();

  constructor(private readonly repository: SessionRepository) {
    super();
  }

  ofRequest(request: Request): (manager: EntityManager) => Promise<Actor> {
    return async (manager) => {
      const token = readSessionCookie(request, placeOfRequest(request).space);
      const session = token ? await this.repository.find(manager, token) : null;
      if (!session) throw new Refusal('unauthenticated');
      this.sessions.set(request, session);
      return session.actor;
    };
  }

  /** The session that the running unit of work was opened with. */
  sessionOf(request: Request): OpenSession {
    const session = this.sessions.get(request);
    if (!session) throw new Refusal('unauthenticated');
    return session;
  }
}
