import type { Request, Response } from 'express';
import type { Space } from '../../../platform/spaces/spaces';
import { readTokenCookie } from '../../sign-in/session-cookie';
import { PENDING_MINUTES } from './pending-sign-in.query';

/** Binds what waits for a second step to one browser. An underscore: no key of a space has one, so that it is nobody's session. */
const nameOf = (space: Space): string => `__Host-repere_step${space.key === null ? '' : `-${space.key}`}`;

export const readPendingCookie = (request: Request, space: Space): string | null =>
  readTokenCookie(request, nameOf(space));

export function setPendingCookie(response: Response, space: Space, token: string): void {
  response.cookie(nameOf(space), token, { ...ATTRIBUTES, maxAge: PENDING_MINUTES * 60_000 });
}

export function clearPendingCookie(response: Response, space: Space): void {
  response.clearCookie(nameOf(space), ATTRIBUTES);
}

const ATTRIBUTES = { secure: true, httpOnly: true, sameSite: 'strict', path: '/' } as const;
