import { request } from 'node:http';
import { NO_PROTOCOLS, TestService } from '../../testing/test-service';
import type { ProblemDto } from '../answers/openapi';

describe('problems', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS } });
  });
  afterAll(() => service.stop());

  const raw = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${service.origin}${path}`, init);
  const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
    raw('/api/session', {
      method: 'POST',
      body,
      headers: { 'X-Repere': '1', 'Content-Type': 'application/json', ...headers },
    });

  it('are problem details with a stable code, in the reader’s language', async () => {
    const french = await raw('/api/nothing-here');
    expect(french.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8');
    expect(await french.json()).toMatchObject({ status: 404, code: 'not-found', title: 'Introuvable.' });
    const english = await raw('/api/nothing-here', {
      headers: { 'Accept-Language': 'en-GB,en;q=0.9,fr;q=0.1' },
    });
    const problem = (await english.json()) as ProblemDto;
    expect(problem.title).toBe('Not found.');
    expect(problem.correlation).toBe(english.headers.get('X-Correlation-Id'));
  });

  it('name each field and say what would be right, never what was sent', async () => {
    const response = await post(JSON.stringify({ login: 7, password: 'hunter2\u0007', extra: 'x' }));
    const { reasons = [] } = (await response.json()) as ProblemDto;
    expect(response.status).toBe(400);
    expect(reasons.map(({ field, code }) => `${field} ${code}`).sort()).toEqual([
      'extra unknown-field',
      'login invalid-value',
      'password invalid-value',
    ]);
    for (const { text } of reasons) expect(text.fr).not.toBe('Valeur non admise.');
    expect(JSON.stringify(reasons)).not.toContain('hunter2');
  });

  it.each([
    ['{"login":', 400, 'invalid'],
    ['"text"', 400, 'invalid'],
    ['[]', 400, 'invalid'],
    ['null', 400, 'invalid'],
    ['', 400, 'invalid'],
    [JSON.stringify({ login: 'a'.repeat(300_000), password: 'x' }), 413, 'too-large'],
    [JSON.stringify({ login: 'a'.repeat(201), password: 'x' }), 400, 'invalid'],
    [JSON.stringify({ login: '', password: 'x' }), 400, 'invalid'],
    [JSON.stringify({ login: 'a\u0000b', password: 'x' }), 400, 'invalid'],
    ['{"login":"\\ud800","password":"x"}', 400, 'invalid'],
    ['{"__proto__":{"login":"a"},"password":"x"}', 400, 'invalid'],
    [`{"login":${'['.repeat(50_000)}${']'.repeat(50_000)},"password":"x"}`, 400, 'invalid'],
    [`${'{"login":'.repeat(20_000)}1${'}'.repeat(20_000)}`, 400, 'invalid'],
  ])('answer a bad body (%#) with %i %s', async (body, status, code) => {
    const response = await post(body);
    expect({ status: response.status, code: ((await response.json()) as ProblemDto).code }).toEqual({
      status,
      code,
    });
  });

  it.each([
    ['text/plain', 415],
    ['application/json; charset=utf-16', 415],
    ['application/json; charset=latin1', 415],
  ])('answer %s with %i', async (type, status) => {
    expect((await post('{"login":"a","password":"b"}', { 'Content-Type': type })).status).toBe(status);
  });

  it.each(['/API/session', '/Api/case-files/search', '/api/S/x/session', '/%61pi/session'])(
    'say that %s is nowhere: addresses are lower case',
    async (path) => {
      const response = await raw(path, {
        method: 'POST',
        body: '{}',
        headers: { 'X-Repere': '1', 'Content-Type': 'application/json' },
      });
      expect(response.status).toBe(404);
    },
  );

  it.each(['http://127.0.0.1/api/session', 'http://elsewhere.test/api/session', '*'])(
    'say that %s is nowhere: an address is a path',
    async (path) => {
      const { hostname, port } = new URL(service.origin);
      const status = await new Promise((answer, fail) => {
        request({ hostname, port, path }, ({ statusCode }) => answer(statusCode))
          .on('error', fail)
          .end();
      });
      expect(status).toBe(404);
    },
  );

  it('give each request an id of the server, whatever the client sends', async () => {
    const ids = await Promise.all(
      [1, 2].map(() =>
        raw('/api/about', { headers: { 'X-Correlation-Id': 'mine' } }).then(({ headers }) =>
          headers.get('X-Correlation-Id'),
        ),
      ),
    );
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });
});
