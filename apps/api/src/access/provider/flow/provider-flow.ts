import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { readCookie } from '../../../platform/requests/read-cookie';

/** How long one may take at the provider. */
export const FLOW_MINUTES = 10;

/** Why somebody goes to a provider. */
export type FlowIntent =
  | { readonly kind: 'sign-in' }
  /** The account, signed in, wants to be known by this identity too. */
  | { readonly kind: 'link'; readonly accountId: string }
  /** Somebody holds an administrator's invitation. */
  | { readonly kind: 'invitation'; readonly invitationId: string };

/** What travels with the browser to the provider and back. */
export interface FlowTickets {
  /** In the address: `<key of the space>.<256 random bits>`. */
  readonly state: string;
  /** In the cookie: 256 random bits. */
  readonly secret: string;
}

const RANDOM = /^[A-Za-z0-9_-]{43}$/;
const STATE = /^([a-z0-9-]{0,31})\.([A-Za-z0-9_-]{43})$/;

export const newTickets = (spaceKey: string | null): FlowTickets => ({
  state: `${spaceKey ?? ''}.${randomBytes(32).toString('base64url')}`,
  secret: randomBytes(32).toString('base64url'),
});

/** Key of the space that a state names (`null`: the default one), or `undefined`: it is no state of ours. */
export function spaceOfState(state: string): string | null | undefined {
  const [, key] = STATE.exec(state) ?? [];
  return key === '' ? null : key;
}

/**
 * Nonce (OpenID Connect Core 3.1.2.1) and code verifier (RFC 7636) of a flow: made from what only the browser holds, so that
 * nothing in the database is worth stealing.
 */
export const flowSecrets = ({ state, secret }: FlowTickets) => ({
  nonce: derive(secret, 'nonce', state),
  verifier: derive(secret, 'verifier', state),
});

const derive = (secret: string, use: string, state: string): string =>
  createHmac('sha256', secret).update(`${use}\0${state}`).digest('base64url');

/** What the database keeps of a ticket. */
export const hashTicket = (ticket: string): Buffer => createHash('sha256').update(ticket).digest();

// An underscore: no key of a space has one, so that it is nobody’s session.
const COOKIE = '__Host-repere_provider';
// Lax: the browser comes back from another site, and a strict cookie would stay behind.
const ATTRIBUTES = { secure: true, httpOnly: true, sameSite: 'lax', path: '/' } as const;

export function setFlowCookie(response: Response, secret: string): void {
  response.cookie(COOKIE, secret, { ...ATTRIBUTES, maxAge: FLOW_MINUTES * 60_000 });
}

export function clearFlowCookie(response: Response): void {
  response.clearCookie(COOKIE, ATTRIBUTES);
}

export function readFlowCookie(request: Request): string | null {
  const secret = readCookie(request, COOKIE);
  return secret !== null && RANDOM.test(secret) ? secret : null;
}
