import { type KeyObject, createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Words } from '@repere/cases';

/** Signatures that a provider may be told to make. Never `none`, never one with a shared secret. */
export const SIGNATURE_ALGORITHMS = ['RS256', 'ES256', 'PS256', 'EdDSA'] as const;
export type SignatureAlgorithm = (typeof SIGNATURE_ALGORITHMS)[number];

/** How we prove to the provider that we are we. */
export type ClientProof =
  | { readonly kind: 'secret'; readonly secret: string; readonly way: 'basic' | 'post' }
  | { readonly kind: 'key'; readonly key: KeyObject; readonly keyId: string | null };

/** An OpenID Connect provider that one may sign in with, as the operator set it up. */
export interface ProviderSettings {
  /** In addresses: `proconnect`. */
  readonly key: string;
  readonly label: Words;
  readonly issuer: URL;
  readonly clientId: string;
  readonly proof: ClientProof;
  readonly scope: string;
  /** Levels of assurance asked for, in order of preference. */
  readonly acrValues: readonly string[];
  /** Whether the provider must refuse whom it can't vouch for at one of them. */
  readonly acrDemanded: boolean;
  /** A session counts as two-factor only with one of these. */
  readonly twoFactorAcr: readonly string[];
  readonly prompt: string | null;
  /** Of the ID token and of the logout token. */
  readonly algorithm: SignatureAlgorithm;
  /** Userinfo is asked for, as a JWT signed so, and must be about the same person; `null`: not asked for. */
  readonly userinfoAlgorithm: SignatureAlgorithm | null;
  /** Besides the issuer's own: where its endpoints may be. */
  readonly origins: readonly string[];
}

const KEY = /^[a-z][a-z0-9-]{0,30}$/;
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** Providers named in `REPERE_PROVIDERS`; what is missing or wrong is added to `missing`, by variable. */
export function readProviders(env: NodeJS.ProcessEnv, missing: string[]): readonly ProviderSettings[] {
  const keys = words(env['REPERE_PROVIDERS']);
  return keys.flatMap((key) => {
    if (!KEY.test(key)) {
      missing.push(`REPERE_PROVIDERS: ${key} is no name (lower-case letters, digits, hyphens)`);
      return [];
    }
    return readProvider(key, env, missing) ?? [];
  });
}

function readProvider(key: string, env: NodeJS.ProcessEnv, missing: string[]): ProviderSettings | null {
  const prefix = `REPERE_PROVIDER_${key.toUpperCase().replaceAll('-', '_')}_`;
  const before = missing.length;
  const wrong = (name: string, what: string): null => {
    missing.push(`${prefix}${name}: ${what}`);
    return null;
  };
  const value = (name: string): string | null => env[`${prefix}${name}`]?.trim() || null;
  const needed = (name: string, what: string): string | null => value(name) ?? wrong(name, what);
  const algorithm = (name: string, otherwise: SignatureAlgorithm | null): SignatureAlgorithm | null => {
    const wanted = value(name);
    if (wanted === null) return otherwise;
    return SIGNATURE_ALGORITHMS.find((it) => it === wanted) ?? wrong(name, SIGNATURE_ALGORITHMS.join(', '));
  };
  const address = needed('ISSUER', 'address of the issuer, as in its tokens');
  const issuer = address === null ? null : readIssuer(address, env['NODE_ENV'] === 'production');
  if (address !== null && issuer === null) wrong('ISSUER', 'an https address without query');
  const clientId = needed('CLIENT_ID', 'the name under which the provider knows Repère');
  const fr = needed('LABEL_FR', 'what the button says in French');
  const en = needed('LABEL_EN', 'what the button says in English');
  const proof = readProof(value, wrong);
  const origins = words(value('ORIGINS')).map((it) => URL.parse(it)?.origin ?? 'null');
  if (origins.some((it) => it === 'null')) wrong('ORIGINS', 'addresses: https://keys.example');
  const signedBy = algorithm('ALGORITHM', 'RS256');
  const userinfoAlgorithm = algorithm('USERINFO_ALGORITHM', null);
  const isWhole = missing.length === before;
  if (!isWhole || !issuer || !clientId || !fr || !en || !proof || !signedBy) return null;
  return {
    key,
    label: { fr, en },
    issuer,
    clientId,
    proof,
    scope: [...new Set(['openid', ...words(value('SCOPES'))])].join(' '),
    acrValues: words(value('ACR_VALUES')),
    acrDemanded: value('ACR_DEMANDED') === '1',
    twoFactorAcr: words(value('TWO_FACTOR_ACR')),
    prompt: value('PROMPT'),
    algorithm: signedBy,
    userinfoAlgorithm,
    origins,
  };
}

/** An https address; on one's own machine, outside production, http will do. */
function readIssuer(address: string, production: boolean): URL | null {
  const url = URL.parse(address);
  if (!url || url.search || url.hash || url.username) return null;
  const isOwnMachine = !production && url.protocol === 'http:' && LOOPBACK.includes(url.hostname);
  return url.protocol === 'https:' || isOwnMachine ? url : null;
}

function readProof(
  value: (name: string) => string | null,
  wrong: (name: string, what: string) => null,
): ClientProof | null {
  const keyFile = value('CLIENT_KEY_FILE');
  if (keyFile) {
    try {
      const key = createPrivateKey(readFileSync(keyFile, 'utf8'));
      return { kind: 'key', key, keyId: value('CLIENT_KEY_ID') };
    } catch {
      return wrong('CLIENT_KEY_FILE', 'file of a private key (PEM)');
    }
  }
  const secret = readSecret(value, wrong);
  if (secret === null) return null;
  return { kind: 'secret', secret, way: value('CLIENT_SECRET_WAY') === 'post' ? 'post' : 'basic' };
}

function readSecret(
  value: (name: string) => string | null,
  wrong: (name: string, what: string) => null,
): string | null {
  const file = value('CLIENT_SECRET_FILE');
  try {
    const secret = file ? readFileSync(file, 'utf8').trim() : value('CLIENT_SECRET');
    return secret || wrong('CLIENT_SECRET_FILE', 'file of the secret (or of a key: CLIENT_KEY_FILE)');
  } catch {
    return wrong('CLIENT_SECRET_FILE', 'unreadable');
  }
}

const words = (text: string | null | undefined): readonly string[] =>
  (text ?? '').split(/[\s,]+/).filter((word) => word !== '');
