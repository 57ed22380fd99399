import { type KeyObject, createHmac, generateKeyPairSync, randomUUID, sign as signBytes } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProviderSettings } from '../../../platform/settings/provider-settings';

const SECRET = 'known to a liar';

type Claims = Readonly<Record<string, unknown>>;

/** What it answers instead of the truth. */
export interface Lies {
  readonly claims?: Claims;
  readonly header?: Claims;
  /** Signs with a key that it doesn't show, or with none. */
  readonly signs?: 'wrongly' | 'not-at-all' | 'with-the-secret';
  readonly userinfo?: Claims;
  readonly userinfoUnsigned?: boolean;
  readonly discovery?: Claims;
  /** Of the token endpoint. */
  readonly redirectTo?: string;
  readonly padding?: number;
  readonly hangs?: boolean;
}

/** An issuer that tells the truth, but for the lies of one test. Its keys are good; it asks nobody who they are. */
export class HostileProvider {
  lies: Lies = {};
  /** Nonce and code challenge that Repère sent; a test reads them off the address. */
  nonce = '';
  readonly heard: { readonly path: string; readonly body: URLSearchParams }[] = [];
  private readonly keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly other = generateKeyPairSync('rsa', { modulusLength: 2048 });

  private constructor(
    readonly key: string,
    readonly issuer: string,
    private readonly server: Server,
  ) {}

  static async start(key: string): Promise<HostileProvider> {
    const server = createServer((request, response) => void hostile.answerRequest(request, response));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const hostile = new HostileProvider(key, `http://127.0.0.1:${port}`, server);
    return hostile;
  }

  settings(change: Partial<ProviderSettings> = {}): ProviderSettings {
    return {
      key: this.key,
      label: { fr: 'Autre', en: 'Other' },
      issuer: new URL(this.issuer),
      clientId: 'repere',
      proof: { kind: 'secret', secret: SECRET, way: 'post' },
      scope: 'openid',
      acrValues: [],
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

  /** Claims of a good ID token, changed; `undefined` takes one away. */
  idToken(): string {
    const now = Math.floor(Date.now() / 1000);
    return this.sign({
      iss: this.issuer,
      aud: 'repere',
      sub: 'liar',
      acr: 'eidas2',
      nonce: this.nonce,
      iat: now,
      auth_time: now,
      exp: now + 60,
      ...this.lies.claims,
    });
  }

  logoutToken(claims: Claims = {}, header: Claims = { typ: 'logout+jwt' }): string {
    const now = Math.floor(Date.now() / 1000);
    return this.sign(
      {
        iss: this.issuer,
        aud: 'repere',
        sub: 'liar',
        iat: now,
        exp: now + 60,
        jti: randomUUID(),
        events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
        ...claims,
      },
      header,
    );
  }

  private sign(claims: Claims, header: Claims = {}): string {
    const { signs } = this.lies;
    const alg = signs === 'not-at-all' ? 'none' : signs === 'with-the-secret' ? 'HS256' : 'RS256';
    const head = { alg, kid: 'first', ...header, ...this.lies.header };
    const text = [head, claims].map((it) => Buffer.from(JSON.stringify(it)).toString('base64url')).join('.');
    if (signs === 'not-at-all') return `${text}.`;
    if (signs === 'with-the-secret')
      return `${text}.${createHmac('sha256', SECRET).update(text).digest('base64url')}`;
    return `${text}.${signature(text, signs === 'wrongly' ? this.other.privateKey : this.keys.privateKey)}`;
  }

  private async answerRequest(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').split('?')[0] ?? '';
    let body = '';
    for await (const chunk of request) body += String(chunk);
    this.heard.push({ path, body: new URLSearchParams(body) });
    const json = (content: unknown): void => {
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify(content));
    };
    const { issuer, lies } = this;
    if (lies.hangs && path === '/token') return;
    switch (path) {
      case '/.well-known/openid-configuration':
        return json({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          userinfo_endpoint: `${issuer}/me`,
          jwks_uri: `${issuer}/keys`,
          authorization_response_iss_parameter_supported: true,
          ...lies.discovery,
        });
      case '/keys':
        return json({
          keys: [{ ...this.keys.publicKey.export({ format: 'jwk' }), kid: 'first', use: 'sig' }],
        });
      case '/token':
        if (lies.redirectTo) return void response.writeHead(307, { Location: lies.redirectTo }).end();
        return json({
          access_token: 'x',
          token_type: 'Bearer',
          id_token: this.idToken(),
          ...(lies.padding ? { padding: 'x'.repeat(lies.padding) } : {}),
        });
      case '/me': {
        const claims = { iss: issuer, aud: 'repere', sub: 'liar', ...lies.userinfo };
        if (lies.userinfoUnsigned) return json(claims);
        return void response.setHeader('Content-Type', 'application/jwt').end(this.sign(claims));
      }
      default:
        return void response.writeHead(404).end();
    }
  }
}

const signature = (text: string, key: KeyObject): string =>
  signBytes('sha256', Buffer.from(text), key).toString('base64url');
