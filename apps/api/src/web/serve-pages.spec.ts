import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
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
    writeFileSync(join(webDir, 'page-ABCDEF12.js'), 'console.log(1)');
    writeFileSync(join(webDir, 'page-ABCDEF12.js.br'), brotliCompressSync('console.log("br")'));
    writeFileSync(join(webDir, 'page-ABCDEF12.js.gz'), gzipSync('console.log("gzip")'));
    writeFileSync(
      join(webDir, 'preloads.json'),
      JSON.stringify([
        {
          ...{ address: '^/dossiers/(\\d+)$', answers: ['/session', '/case-files/$1/page'] },
          files: { fr: ['fr-1.js', 'page-1.js'], en: ['en-1.js'] },
        },
      ]),
    );
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

  it.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['gzip;q=0', null],
    ['identity', null],
    ['br;q=0, gzip', 'gzip'],
  ])('bring what the build has packed to who takes %s', async (accepted, encoding) => {
    const response = await get('/page-ABCDEF12.js', { headers: { 'Accept-Encoding': accepted } });
    expect(response.headers.get('Content-Encoding')).toBe(encoding);
    expect(response.headers.get('Content-Type')).toContain('javascript');
    expect(response.headers.get('Vary')).toContain('Accept-Encoding');
    expect(response.headers.get('Cache-Control')).toContain('immutable');
    expect(await response.text()).toBe(`console.log(${encoding === null ? '1' : `"${encoding}"`})`);
  });

  it.each([
    ['/dossiers/1234', 'fr', ['fr-1.js', 'page-1.js']],
    ['/s/workshop/dossiers/1234', 'fr', ['fr-1.js', 'page-1.js']],
    ['/dossiers/1234', 'en', ['en-1.js']],
    ['/dossiers', 'fr', []],
  ])('name what %s takes in %s', async (path, language, files) => {
    const text = await (await get(path, { headers: { 'Accept-Language': language } })).text();
    const named = [...text.matchAll(/<link rel="modulepreload" href="([^"]+)">/g)].map(([, file]) => file);
    expect(named).toEqual(files);
  });

  it.each([
    ['/dossiers/1234', ['/api/session', '/api/case-files/1234/page']],
    ['/s/workshop/dossiers/1234', ['/api/s/workshop/session', '/api/s/workshop/case-files/1234/page']],
    ['/dossiers/1234"><script>', []],
    ['/dossiers', []],
  ])('have what %s asks under way before its code has come', async (path, answers) => {
    const headers = { Cookie: 'any=thing' };
    const text = await (await get(path, { headers })).text();
    const named = [...text.matchAll(/<link rel="preload" as="fetch" href="([^"]+)" crossorigin>/g)];
    expect(named.map(([, address]) => address)).toEqual(answers);
  });

  it('ask nothing in the name of somebody who has no cookie', async () => {
    const text = await (await get('/dossiers/1234')).text();
    expect(text).toContain('rel="modulepreload"');
    expect(text).not.toContain('as="fetch"');
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
