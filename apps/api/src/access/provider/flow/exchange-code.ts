import {
  AuthorizationResponseError,
  ClientError,
  type Configuration as Client,
  ResponseBodyError,
  authorizationCodeGrant,
  fetchUserInfo,
} from 'openid-client';
import type { ProviderSettings } from '../../../platform/settings/provider-settings';
import type { FlowRefusal } from './refused-flow';

/** Somebody as a provider vouches for them. The token is kept for signing out there, and leaves the server only for that. */
export interface ProviderIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly acr: string | null;
  /** When the provider last asked them who they are. */
  readonly authenticatedAt: Date | null;
  /** Of the session there, if it has one. */
  readonly sessionId: string | null;
  readonly idToken: string;
}

export type Exchanged =
  | { readonly ok: true; readonly identity: ProviderIdentity }
  | { readonly ok: false; readonly refusal: FlowRefusal; readonly detail: string };

/** The provider asks anew whom it asked longer ago: somebody else may sit there since. */
export const MAX_AGE_SECONDS = 10 * 60;

interface Expected {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/**
 * Who came back: the code against tokens, with everything checked that OpenID Connect Core 3.1.3.7 names, the issuer of the
 * response (RFC 9207), and the signature.
 */
export async function exchangeCode(
  client: Client,
  { issuer, userinfoAlgorithm, acrDemanded, acrValues }: ProviderSettings,
  callback: URL,
  { state, nonce, verifier }: Expected,
): Promise<Exchanged> {
  try {
    const tokens = await authorizationCodeGrant(client, callback, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
      maxAge: MAX_AGE_SECONDS,
    });
    const claims = tokens.claims();
    if (!claims || tokens.id_token === undefined) throw new Error('no ID token');
    const acr = typeof claims['acr'] === 'string' ? claims['acr'] : null;
    // What was demanded of the provider is believed only once it says so (OpenID Connect Core 5.5.1.1).
    if (acrDemanded && acrValues.length > 0 && (acr === null || !acrValues.includes(acr)))
      return { ok: false, refusal: 'not-trusted', detail: 'acr' };
    // A signed answer about somebody else would be another person's token in this one's hands.
    if (userinfoAlgorithm) await fetchUserInfo(client, tokens.access_token, claims.sub);
    return {
      ok: true,
      identity: {
        issuer: issuer.href,
        subject: claims.sub,
        acr,
        authenticatedAt: typeof claims.auth_time === 'number' ? new Date(claims.auth_time * 1000) : null,
        sessionId: typeof claims['sid'] === 'string' ? claims['sid'] : null,
        idToken: tokens.id_token,
      },
    };
  } catch (error) {
    return { ok: false, ...classify(error) };
  }
}

/** Codes and names of claims only: nothing that a provider wrote goes into the record. */
function classify(error: unknown): { readonly refusal: FlowRefusal; readonly detail: string } {
  if (error instanceof AuthorizationResponseError)
    return error.error === 'access_denied'
      ? { refusal: 'cancelled', detail: 'access-denied' }
      : { refusal: 'provider-error', detail: 'authorization' };
  if (error instanceof ResponseBodyError)
    return error.status >= 500
      ? { refusal: 'unreachable', detail: String(error.status) }
      : { refusal: 'not-trusted', detail: 'code' };
  if (error instanceof ClientError) {
    const code = error.code ?? 'unknown';
    return {
      refusal: code === 'OAUTH_TIMEOUT' ? 'unreachable' : 'not-trusted',
      detail: code + claimOf(error),
    };
  }
  // What fetch throws when nobody answers.
  if (error instanceof TypeError && error.cause !== undefined)
    return { refusal: 'unreachable', detail: 'network' };
  return { refusal: 'not-trusted', detail: 'unreadable' };
}

const CLAIMS = ['iss', 'aud', 'azp', 'exp', 'iat', 'nbf', 'nonce', 'sub', 'auth_time'];

/** Which claim it was, where the library says so. */
function claimOf({ cause }: ClientError): string {
  const about = cause instanceof Error ? cause.cause : cause;
  const claim = typeof about === 'object' && about !== null && 'claim' in about ? String(about.claim) : '';
  return CLAIMS.includes(claim) ? ` ${claim}` : '';
}
