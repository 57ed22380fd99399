import { type KeyObject, generateKeyPairSync } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type InteractionContext, Provider } from 'oidc-provider';
import type { ProviderSettings } from '../../../platform/settings/provider-settings';

/** Under which address browsers know Repère, as far as these tests go. */
export const PUBLIC_URL = 'https://repere.test';
export const CLIENT_ID = 'repere';
const SECRET = 'a secret between the two';

/** Who signs in at the provider next, or how they turn away. */
export type Person =
  { readonly sub: string; readonly acr?: string; readonly email?: string } | { readonly error: string };

/** A real OpenID Connect server on 127.0.0.1. `stop()` it at the end. */
export class RealProvider {
  person: Person = { sub: 'person-1', acr: 'eidas1' };
  private handle: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;

  private constructor(
    readonly key: string,
    readonly issuer: string,
    private readonly server: Server,
    private readonly signingKey: KeyObject,
  ) {}

  /** Takes a port, so that its address is known; it answers once it serves. */
  static async listen(key: string): Promise<RealProvider> {
    const server = createServer((request, response) => provider.handle(request, response));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const provider = new RealProvider(key, `http://127.0.0.1:${port}`, server, privateKey);
    return provider;
  }

  /** `repere`: origin at which Repère really answers, for what is sent without a browser. */
  serve(repere: string, client: object = {}): void {
    const oidc = quietly(
      () =>
        new Provider(this.issuer, {
          clients: [
            {
              client_id: CLIENT_ID,
              client_secret: SECRET,
              redirect_uris: [`${PUBLIC_URL}/api/provider-sign-in/${this.key}/callback`],
              post_logout_redirect_uris: [`${PUBLIC_URL}/api/provider-sign-in/${this.key}/signed-out`],
              backchannel_logout_uri: `${repere}/api/provider-sign-in/${this.key}/back-channel-logout`,
              backchannel_logout_session_required: true,
              userinfo_signed_response_alg: 'RS256',
              ...client,
            },
          ],
          jwks: {
            keys: [{ ...this.signingKey.export({ format: 'jwk' }), kid: 'first', use: 'sig', alg: 'RS256' }],
          },
          cookies: { keys: ['a key of cookies'] },
          acrValues: ['eidas1', 'eidas2'],
          claims: { openid: ['sub'], email: ['email'], acr: null, sid: null, auth_time: null, iss: null },
          features: {
            devInteractions: { enabled: false },
            backchannelLogout: { enabled: true },
            jwtUserinfo: { enabled: true },
            claimsParameter: { enabled: true },
            rpInitiatedLogout: {
              enabled: true,
              logoutSource: (context: { body: string }, form: string) => void (context.body = form),
            },
          },
          interactions: { url: () => '/interaction' },
          findAccount: (_context: unknown, sub: string) => ({
            accountId: sub,
            claims: () => ({ sub, email: 'same@example.org' }),
          }),
          loadExistingGrant: async ({ oidc: { client: asks, session, params } }: InteractionContext) => {
            const grant = new oidc.Grant({ clientId: asks?.clientId, accountId: session?.accountId });
            grant.addOIDCScope(params['scope'] ?? 'openid');
            await grant.save();
            return grant;
          },
          ttl: {
            Interaction: 60,
            Session: 600,
            Grant: 600,
            AccessToken: 60,
            IdToken: 60,
            AuthorizationCode: 60,
          },
        }),
    );
    const serve = oidc.callback();
    this.handle = (request, response) => {
      if (request.url?.startsWith('/interaction')) void this.signIn(oidc, request, response);
      else serve(request, response);
    };
  }

  settings(change: Partial<ProviderSettings> = {}): ProviderSettings {
    return {
      key: this.key,
      label: { fr: 'Compte du département', en: 'Account of the département' },
      issuer: new URL(this.issuer),
      clientId: CLIENT_ID,
      proof: { kind: 'secret', secret: SECRET, way: 'basic' },
      scope: 'openid',
      acrValues: ['eidas2', 'eidas1'],
      acrDemanded: false,
      twoFactorAcr: ['eidas2'],
      prompt: null,
      algorithm: 'RS256',
      userinfoAlgorithm: 'RS256',
      origins: [],
      ...change,
    };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((done) => this.server.close(() => done()));
  }

  private async signIn(oidc: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { person } = this;
    const result =
      'error' in person
        ? { error: person.error }
        : { login: { accountId: person.sub, ...(person.acr ? { acr: person.acr } : {}) } };
    await oidc.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }
}

/** It warns on the console that what it remembers is lost when it stops, as it should be here. */
function quietly<T>(work: () => T): T {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return work();
  } finally {
    console.warn = warn;
  }
}
