import type { Request, Response } from 'express';
import { readCookie, readCookies } from '../../platform/requests/read-cookie';
import type { Space } from '../../platform/spaces/spaces';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** A cookie per space, so that two can be open side by side. `__Host-`: this host only, over HTTPS (or localhost). */
const nameOf = (space: Space): string => `__Host-repere${space.key === null ? '' : `-${space.key}`}`;

/** By what a training space knows a browser besides: as whose who leads there, or as whose who learns. */
export const browserCookieOf = (space: Space, as: 'lead' | 'learner'): string => `${nameOf(space)}-${as}`;

/** The session token that came with the request, if it looks like one. */
export const readSessionCookie = (request: Request, space: Space): string | null =>
  readTokenCookie(request, nameOf(space));

/** The token in the cookie of this name, if it looks like one of ours: 256 bits in base64url. */
export function readTokenCookie(request: Request, name: string): string | null {
  const token = readCookie(request, name);
  return token !== null && TOKEN.test(token) ? token : null;
}

export function setSessionCookie(response: Response, space: Space, token: string): void {
  response.cookie(nameOf(space), token, ATTRIBUTES);
}

export function clearSessionCookie(response: Response, space: Space): void {
  response.clearCookie(nameOf(space), ATTRIBUTES);
}

/** As it is given to whoever leads: no session token has a point. */
const LEADING = /^(__Host-repere-[a-z0-9-]+)-lead=\d{13}\./;

/** This browser leads in no training space any more, and plays nobody there. Only what a browser brings is known of it. */
export function endLeading(request: Request, response: Response): void {
  for (const pair of readCookies(request)) {
    const [, session] = LEADING.exec(pair) ?? [];
    if (session === undefined) continue;
    for (const name of [`${session}-lead`, session]) response.clearCookie(name, ATTRIBUTES);
  }
}

// A session cookie: it ends with the browser, at the latest with the session.
const ATTRIBUTES = { secure: true, httpOnly: true, sameSite: 'strict', path: '/' } as const;
