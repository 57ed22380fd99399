import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_PROTOCOLS, TestService } from '../testing/test-service';

const INDEX = `<!doctype html><html lang="fr"><head><base href="/"><style>p{}</style></head>
<body><app-root ngCspNonce="CSP_NONCE"></app-root><script src="main-ABCDEF12.js" type="module"></script></body></html>`;

describe('pages', () => {
  let service: TestService;
  let webDir: string;
  beforeAll(async () => {
    webDir = mkdtempSync(join(tmpdir(), 'repere-web-'));
    writeFileSync(join(webDir, 'index.html'), INDEX);
    writeFileSync(join(webDir, 'main-ABCDEF12.js'), `console.log('${'x'.repeat(3000)}')`);
    writeFileSync(join(webDir, 'logo.svg'), '<svg/>');
    service = await TestService.start({ configuration: { webDir, protocolsDir: NO_PROTOCOLS } });
  });
  afterAll(async () => {
    await service.stop();
    rmSync(webDir, { recursive: true });
  });
  const get = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${service.origin}${path}`, init);

  it.each([
    '/',
    '/dossiers/1234',
    '/protocoles/refuge/1.0.0',
    '/s/workshop/',
    '/s/workshop/dossiers',
    '/index.html',
  ])('are served at %s', async (path) => {
    const response = await get(path);
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).toContain('<app-root');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
  });

  it('carry the nonce of their content policy, another one each time', async () => {
    const nonces = new Set<string>();
    for (let time = 0; time < 2; time++) {
      const response = await get('/');
      const text = await response.text();
      const nonce =
        /'nonce-([^']+)'/.exec(response.headers.get('Content-Security-Policy') ?? '')?.[1] ?? 'none';
      expect(text).toContain(`<app-root ngCspNonce="${nonce}">`);
      expect(text).toContain(`<script nonce="${nonce}"`);
      expect(text).toContain(`<style nonce="${nonce}"`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(2);
  });

  it('bring hashed files, compressed and kept for ever', async () => {
    const response = await get('/main-ABCDEF12.js', { headers: { 'Accept-Encoding': 'br' } });
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('Content-Encoding')).toBe('br');
    expect(await response.text()).toContain('console.log');
  });

  it('of a space are asked for with its end, or they would speak to the default space', async () => {
    const response = await get('/s/workshop', { redirect: 'manual' });
    expect([response.status, response.headers.get('Location')]).toEqual([308, '/s/workshop/']);
  });

  it('ask again for files whose name does not change', async () => {
    expect((await get('/logo.svg')).headers.get('Cache-Control')).toBe('no-cache');
  });

  it.each(['/missing.js', '/../package.json', '/%2e%2e/package.json', '/s/workshop/missing.css'])(
    'do not stand in for %s',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(response.headers.get('Content-Type')).toContain('problem+json');
    },
  );

  it('leave the interface alone', async () => {
    expect((await get('/api/nothing')).status).toBe(404);
    expect((await get('/health/live')).headers.get('Content-Type')).toContain('json');
  });
});
