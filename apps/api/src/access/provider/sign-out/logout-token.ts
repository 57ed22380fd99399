import { type JWTPayload, type JWTVerifyGetKey, errors, jwtVerify } from 'jose';
import { CLOCK_TOLERANCE_SECONDS } from '../providers';
import type { LoggedOut } from './provider-sessions.repository';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** Younger than this: what was sent out hours ago ends nobody's new session. */
const MOST_AGE = '5 minutes';

export interface LogoutToken extends LoggedOut {
  readonly jti: string;
}

export type LogoutVerdict =
  | { readonly ok: true; readonly token: LogoutToken }
  /** `detail`: a code, or the name of a claim. */
  | { readonly ok: false; readonly detail: string };

interface Expected {
  /** As in the provider's tokens. */
  readonly issuer: string;
  /** Under which name the provider's sessions stand with us. */
  readonly name: string;
  readonly clientId: string;
  readonly algorithm: string;
  readonly keys: JWTVerifyGetKey;
}

/** A logout token, checked as OpenID Connect Back-Channel Logout 1.0, 2.6 says; whether it was heard before is another question. */
export async function readLogoutToken(
  jwt: string,
  { issuer, name, clientId, algorithm, keys }: Expected,
): Promise<LogoutVerdict> {
  try {
    const { payload, protectedHeader } = await jwtVerify(jwt, keys, {
      algorithms: [algorithm],
      issuer,
      audience: clientId,
      maxTokenAge: MOST_AGE,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ['iat', 'jti'],
    });
    // An ID token must not pass for one, whoever typed it so.
    if (!['logout+jwt', 'jwt', undefined].includes(protectedHeader.typ?.toLowerCase()))
      return { ok: false, detail: 'typ' };
    return readClaims(payload, name);
  } catch (error) {
    if (error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired)
      return { ok: false, detail: error.claim };
    if (error instanceof errors.JOSEError) return { ok: false, detail: error.code };
    throw error;
  }
}

function readClaims({ events, nonce, sub, sid, jti }: JWTPayload, name: string): LogoutVerdict {
  if (nonce !== undefined) return { ok: false, detail: 'nonce' };
  const event: unknown =
    typeof events === 'object' && events !== null && EVENT in events ? events[EVENT] : undefined;
  if (typeof event !== 'object' || event === null) return { ok: false, detail: 'events' };
  const [subject, sessionId] = [sub ?? null, typeof sid === 'string' ? sid : null];
  if (subject === null && sessionId === null) return { ok: false, detail: 'sub' };
  if (jti === undefined || jti === '') return { ok: false, detail: 'jti' };
  return { ok: true, token: { issuer: name, subject, sessionId, jti } };
}
