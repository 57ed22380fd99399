import { webcrypto } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type JWTVerifyGetKey, createRemoteJWKSet, customFetch as fetchOfKeys } from 'jose';
import {
  ClientSecretBasic,
  ClientSecretPost,
  type ClientAuth,
  type Configuration as Client,
  PrivateKeyJwt,
  allowInsecureRequests,
  clockTolerance,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client';
import type { Configuration } from '../../platform/settings/configuration';
import { CONFIGURATION } from '../../platform/tokens';
import { guardedFetch } from './flow/guarded-fetch';
import type { ClientProof, ProviderSettings } from '../../platform/settings/provider-settings';
import { machineNow } from '../../platform/clocks';

const TIMEOUT_SECONDS = 5;
/** How far a provider's clock may be from ours. */
export const CLOCK_TOLERANCE_SECONDS = 10;
const FRESH_MS = 60 * 60_000;

/** The providers that the operator set up, and what each says of itself. */
@Injectable()
export class Providers {
  private readonly keySets = new Map<string, JWTVerifyGetKey>();
  private readonly clients = new Map<string, { readonly client: Promise<Client>; readonly until: number }>();

  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {}

  get all(): readonly ProviderSettings[] {
    return this.configuration.providers;
  }

  findProvider(key: string): ProviderSettings | null {
    return this.all.find((it) => it.key === key) ?? null;
  }

  /** Origin of ours, followed by this path. */
  ourAddress(path: string): URL {
    const { publicUrl } = this.configuration;
    if (!publicUrl) throw new Error('providers without an address of ours');
    return new URL(path, publicUrl);
  }

  /** Where a provider sends the browser back: one address each, whatever the space (it is in the state). */
  callbackOf({ key }: ProviderSettings): URL {
    return this.ourAddress(`/api/provider-sign-in/${key}/callback`);
  }

  /** A client that knows the provider's metadata, read anew each hour; throws while it can't be reached. */
  client(settings: ProviderSettings): Promise<Client> {
    const known = this.clients.get(settings.key);
    if (known && known.until > machineNow()) return known.client;
    const client = discover(settings);
    this.clients.set(settings.key, { client, until: machineNow() + FRESH_MS });
    // The next one tries again.
    client.catch(() => this.clients.delete(settings.key));
    return client;
  }

  /** Keys with which the provider signs; read anew when one is not known. */
  async keys(settings: ProviderSettings): Promise<JWTVerifyGetKey> {
    const { jwks_uri } = (await this.client(settings)).serverMetadata();
    if (jwks_uri === undefined) throw new Error(`${settings.key} shows no keys`);
    const known = this.keySets.get(jwks_uri);
    if (known) return known;
    const guarded = guardedFetch(originsOf(settings));
    const keys = createRemoteJWKSet(new URL(jwks_uri), {
      timeoutDuration: TIMEOUT_SECONDS * 1000,
      [fetchOfKeys]: (url, { method, headers, signal }) =>
        guarded(url, {
          method,
          body: null,
          headers: Object.fromEntries(headers),
          redirect: 'manual',
          signal,
        }),
    });
    this.keySets.set(jwks_uri, keys);
    return keys;
  }
}

/** Origins at which the endpoints of a provider may be. */
export const originsOf = ({ issuer, origins }: ProviderSettings): ReadonlySet<string> =>
  new Set([issuer.origin, ...origins]);

async function discover(settings: ProviderSettings): Promise<Client> {
  const { issuer, clientId, algorithm, userinfoAlgorithm, proof } = settings;
  const client = await discovery(
    issuer,
    clientId,
    {
      id_token_signed_response_alg: algorithm,
      ...(userinfoAlgorithm ? { userinfo_signed_response_alg: userinfoAlgorithm } : {}),
      [clockTolerance]: CLOCK_TOLERANCE_SECONDS,
    },
    await clientAuth(proof),
    {
      [customFetch]: guardedFetch(originsOf(settings)),
      timeout: TIMEOUT_SECONDS,
      // Signatures are checked even where TLS would do (OpenID Connect Core 3.1.3.7, 6).
      execute: [enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : [])],
    },
  );
  const { authorization_endpoint, end_session_endpoint } = client.serverMetadata();
  for (const endpoint of [authorization_endpoint, end_session_endpoint])
    if (endpoint !== undefined && !originsOf(settings).has(new URL(endpoint).origin))
      throw new Error(`${settings.key}: an endpoint is at an origin that is not configured`);
  return client;
}

async function clientAuth(proof: ClientProof): Promise<ClientAuth> {
  if (proof.kind === 'secret')
    return proof.way === 'post' ? ClientSecretPost(proof.secret) : ClientSecretBasic(proof.secret);
  const key = await webcrypto.subtle.importKey(
    'pkcs8',
    proof.key.export({ type: 'pkcs8', format: 'der' }),
    importParameters(proof.key.asymmetricKeyType),
    false,
    ['sign'],
  );
  return PrivateKeyJwt(proof.keyId ? { key, kid: proof.keyId } : { key });
}

function importParameters(type: string | undefined): { name: string; hash?: string; namedCurve?: string } {
  switch (type) {
    case 'rsa':
      return { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
    case 'ec':
      return { name: 'ECDSA', namedCurve: 'P-256' };
    case 'ed25519':
      return { name: 'Ed25519' };
    case undefined:
    default:
      throw new Error(`a private key of kind ${type ?? 'unknown'} signs nothing here`);
  }
}
