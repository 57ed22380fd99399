import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { placeOfRequest } from '../../platform/requests/request-origin';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { readSessionCookie } from '../sign-in/session-cookie';
import { SessionRepository } from '../sign-in/session.repository';

/** The session that a browser had before somebody signed in on it: theirs or another's, nobody holds its token any more. */
@Injectable()
export class SessionBefore {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly sessions: SessionRepository,
  ) {}

  /** Ends it, if the request came with one. Call it once somebody has signed in, before the new cookie is set. */
  async endSessionBefore(request: Request): Promise<void> {
    const place = placeOfRequest(request);
    const token = readSessionCookie(request, place.space);
    if (token)
      await this.unit.unrecorded('system:access', place, () =>
        this.sessions.closeSession(this.unit.manager, token),
      );
  }
}
