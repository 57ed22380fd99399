import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { placeOfRequest } from '../../platform/requests/request-origin';
import type { Space } from '../../platform/spaces/spaces';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { readSessionCookie } from './session-cookie';
import { SessionRepository } from './session.repository';

/** More than there are sessions in a service; the oldest is asked for again. */
const MOST_KNOWN = 5_000;

/**
 * Whose a request is, for who must wait for whom: a session never changes its account, so each is asked for once, and forgotten
 * at the first request after its end. It opens nothing.
 */
@Injectable()
export class SessionPeople {
  private readonly known = new Map<string, Promise<string | null>>();

  constructor(
    private readonly units: UnitOfWork,
    private readonly sessions: SessionRepository,
  ) {}

  /** The account of the request's session; a token of no open session stands for itself. `null`: no token. */
  async findAccount(request: Request): Promise<string | null> {
    const token = readSessionCookie(request, placeOfRequest(request).space);
    if (!token) return null;
    return (await this.findOpen(request)) ?? keyOf(placeOfRequest(request).space, token);
  }

  /** The account of the request's session; `null`: it has none that is open. */
  async findOpen(request: Request): Promise<string | null> {
    const place = placeOfRequest(request);
    const token = readSessionCookie(request, place.space);
    if (!token) return null;
    const key = keyOf(place.space, token);
    const asked =
      this.known.get(key) ??
      this.units.unrecorded('system:session', place, () =>
        this.sessions.accountOf(this.units.manager, token),
      );
    this.known.set(key, asked);
    const account = await asked.catch((error: unknown) => {
      this.known.delete(key);
      throw error;
    });
    if (account === null) this.known.delete(key);
    const [oldest] = this.known.keys();
    if (this.known.size > MOST_KNOWN && oldest !== undefined) this.known.delete(oldest);
    return account === null ? null : `${place.space.id} ${account}`;
  }

  /** The session is over: whoever still has its token takes no place from the person whose it was. */
  forget(space: Space, token: string): void {
    this.known.delete(keyOf(space, token));
  }
}

const keyOf = (space: Space, token: string): string =>
  `${space.id} ${createHash('sha256').update(token).digest('base64')}`;
