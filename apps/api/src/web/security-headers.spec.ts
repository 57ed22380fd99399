import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_PROTOCOLS, TestService } from '../testing/test-service';

describe('what a browser may do with an answer', () => {
  let service: TestService;
  let webDir: string;
  beforeAll(async () => {
    webDir = mkdtempSync(join(tmpdir(), 'repere-web-'));
    writeFileSync(join(webDir, 'index.html'), '<!doctype html><app-root></app-root>');
    writeFileSync(join(webDir, 'main-ABCDEF12.js'), '');
    service = await TestService.start({ configuration: { webDir, protocolsDir: NO_PROTOCOLS } });
  });
  afterAll(async () => {
    await service.stop();
    rmSync(webDir, { recursive: true });
  });

  const headersOf = async (path: string, init?: RequestInit): Promise<Headers> =>
    (await fetch(`${service.origin}${path}`, init)).headers;
  const policyOf = (headers: Headers): ReadonlyMap<string, readonly string[]> =>
    new Map(
      (headers.get('Content-Security-Policy') ?? '').split(';').map((directive) => {
        const [name = '', ...sources] = directive.trim().split(' ');
        return [name, sources];
      }),
    );
  const PAGES = ['/', '/dossiers', '/s/workshop/'];
  const FILES = ['/main-ABCDEF12.js', '/nowhere.js'];
  const ANSWERS = [
    '/api/about',
    '/api/nowhere',
    '/api/worklist',
    '/health/live',
    '/api/openapi.json',
    '/API/x',
  ];

  it.each([...PAGES, ...FILES, ...ANSWERS])(
    '%s: never framed, sniffed, shared, nor told to others',
    async (path) => {
      const headers = await headersOf(path);
      expect(policyOf(headers).get('default-src')).toEqual(["'none'"]);
      expect(policyOf(headers).get('frame-ancestors')).toEqual(["'none'"]);
      expect(policyOf(headers).get('require-trusted-types-for')).toEqual(["'script'"]);
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      });
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  it.each([...PAGES, ...ANSWERS])('%s is not kept', async (path) => {
    expect((await headersOf(path)).get('Cache-Control')).toBe('no-store');
  });

  it('pages run what carries their nonce or comes from here, and nothing written into them', async () => {
    const policy = policyOf(await headersOf('/'));
    for (const directive of ['script-src', 'style-src'])
      expect(policy.get(directive)).toEqual(["'self'", expect.stringMatching(/^'nonce-[\w+/]{22}=='$/)]);
    for (const directive of ['connect-src', 'img-src', 'font-src', 'worker-src', 'form-action', 'base-uri'])
      expect(policy.get(directive)).toEqual(["'self'"]);
    expect(policy.get('trusted-types')).toEqual(['angular', 'angular#bundler']);
    expect([...policy.values()].flat().join(' ')).not.toMatch(/unsafe|https?:|data:|blob:|\*/);
  });

  it.each(ANSWERS.slice(0, 5))('%s, opened as a page, may do nothing', async (path) => {
    const policy = policyOf(await headersOf(path));
    expect(policy.get('sandbox')).toEqual([]);
    expect([...policy.keys()]).not.toContain('script-src');
    expect(policy.get('trusted-types')).toEqual(["'none'"]);
  });

  it('nothing of a device is used but the keys to sign in with', async () => {
    const permissions = (await headersOf('/')).get('Permissions-Policy')?.split(', ') ?? [];
    expect(permissions).toEqual(expect.arrayContaining(['camera=()', 'geolocation=()', 'microphone=()']));
    expect(permissions.filter((permission) => !permission.endsWith('=()'))).toEqual([
      'publickey-credentials-create=(self)',
      'publickey-credentials-get=(self)',
    ]);
  });

  it('another origin gets no leave to read or write', async () => {
    const headers = await headersOf('/api/session', {
      method: 'OPTIONS',
      headers: { Origin: 'https://elsewhere.test', 'Access-Control-Request-Method': 'POST' },
    });
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('TLS only, once in production; a developer has none', async () => {
    expect((await headersOf('/')).get('Strict-Transport-Security')).toBeNull();
    const inProduction = await TestService.start({
      configuration: { production: true, protocolsDir: NO_PROTOCOLS },
    });
    const { headers } = await fetch(`${inProduction.origin}/api/about`);
    await inProduction.stop();
    expect(headers.get('Strict-Transport-Security')).toBe('max-age=63072000');
  });
});
