import { request } from 'node:http';
import { ACCOUNT_ROLES } from '@repere/access';
import type { SignedInClient } from '../../testing/test-service';
import { MOVING_PROTOCOLS, TEST_PASSWORD, TestService } from '../../testing/test-service';
import { AttackedService, addressOf } from './testing/attacked-service';
import type { DescribedRoute } from './testing/described-route';

/** Doors that face outwards, to a provider of identities: each proves in its own way who knocks. */
const OUTWARD = /^\/api\/provider-sign-in\/\{provider\}\/(callback|signed-out|back-channel-logout)$/;

describe('a request', () => {
  let attacked: AttackedService;
  let everyRole: SignedInClient;
  beforeAll(async () => {
    const service = await TestService.start({ configuration: { protocolsDir: MOVING_PROTOCOLS } });
    attacked = await AttackedService.attackService(service);
    everyRole = await service.signIn({ roles: ACCOUNT_ROLES, teams: ['North'] });
  });
  afterAll(() => attacked.service.stop());

  interface Raw {
    readonly status: number;
    readonly headers: NodeJS.Dict<string | string[]>;
    readonly body: string;
  }
  /** Word by word: no client puts an address or a header right. Signed in. */
  const raw = (
    method: string,
    path: string,
    headers: Readonly<Record<string, string>> = {},
    body = '',
  ): Promise<Raw> => {
    const { hostname, port } = new URL(attacked.service.origin);
    return new Promise((answered, failed) => {
      request(
        {
          hostname,
          port,
          method,
          path,
          headers: {
            Cookie: `__Host-repere=${everyRole.client.cookie('__Host-repere') ?? ''}`,
            ...(body === '' ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }),
            ...headers,
          },
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () =>
            answered({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(parts).toString('utf8'),
            }),
          );
        },
      )
        .on('error', failed)
        .end(body);
    });
  };
  const ours = { 'X-Repere': '1', 'Content-Type': 'application/json' };
  const events = async (): Promise<number> =>
    Number((await attacked.service.query<{ n: string }>('SELECT count(*) AS n FROM ledger_event'))[0]?.n);
  const writing = (): readonly DescribedRoute[] =>
    attacked.routes.filter(({ method, path }) => method !== 'GET' && !OUTWARD.test(path));

  it('with a verb that its address does not have does nothing', async () => {
    const verbs = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'COPY', 'SEARCH', 'QUERY'];
    const before = await events();
    const done: string[] = [];
    for (const path of new Set(attacked.routes.map((it) => it.path))) {
      const taken = attacked.routes.filter((it) => sameAddress(it.path, path)).map(({ method }) => method);
      const [route] = attacked.routes.filter((it) => it.path === path);
      if (!route) continue;
      for (const verb of verbs.filter((it) => !taken.includes(it))) {
        const { status } = await raw(verb, `/api${addressOf(route, {})}`, ours, verb === 'GET' ? '' : '{}');
        if (![404, 405].includes(status)) done.push(`${verb} ${path}: ${String(status)}`);
      }
    }
    expect(done).toEqual([]);
    expect(await events()).toBe(before);
  });

  it.each(['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override'])(
    'has the verb it was sent with, whatever %s says',
    async (header) => {
      expect((await raw('GET', '/api/session', { ...ours, [header]: 'DELETE' })).status).toBe(200);
      expect(
        (
          await raw(
            'POST',
            '/api/session?_method=DELETE',
            { ...ours, [header]: 'DELETE' },
            '{"_method":"DELETE"}',
          )
        ).status,
      ).toBe(400);
      expect((await raw('GET', '/api/session')).status).toBe(200);
    },
  );

  it.each(['X-Original-URL', 'X-Rewrite-URL', 'X-Forwarded-Path', 'X-Forwarded-Prefix'])(
    'is for the address it was sent to, whatever %s says',
    async (header) => {
      const { body } = await raw('GET', '/api/about', { [header]: '/api/session' });
      expect(JSON.parse(body)).toHaveProperty('demoAccounts');
      expect((await raw('GET', '/api/nowhere', { [header]: '/api/session' })).status).toBe(404);
    },
  );

  it.each(['Host', 'X-Forwarded-Host', 'Forwarded', 'X-Host', 'X-Forwarded-Server'])(
    'puts no name of %s into an answer',
    async (header) => {
      const value = header === 'Forwarded' ? 'host=elsewhere.test' : 'elsewhere.test';
      for (const path of ['/api/about', '/api/nowhere', '/api/session', '/s/workshop', '/'])
        expect(JSON.stringify(await raw('GET', path, { [header]: value }))).not.toContain('elsewhere.test');
    },
  );

  describe('written by another site', () => {
    it('is refused on every route that changes anything: no header of ours, another site, a form', async () => {
      const before = await events();
      const done: string[] = [];
      const attacks: readonly (readonly [Readonly<Record<string, string>>, number])[] = [
        [{ 'Content-Type': 'application/json' }, 403],
        [{ ...ours, 'Sec-Fetch-Site': 'cross-site' }, 403],
        [{ ...ours, 'Sec-Fetch-Site': 'same-site' }, 403],
        [{ ...ours, 'Content-Type': 'text/plain' }, 415],
        [{ ...ours, 'Content-Type': 'application/x-www-form-urlencoded' }, 415],
        [{ ...ours, 'Content-Type': 'multipart/form-data; boundary=x' }, 415],
        [{ 'X-Repere': '1', 'Content-Type': '' }, 415],
      ];
      for (const route of writing())
        for (const [headers, expected] of attacks) {
          const body = JSON.stringify(attacked.bodyOf(route) ?? {});
          const { status } = await raw(
            route.method,
            `/api${addressOf(route, {})}`,
            { 'Idempotency-Key': 'of-another-site', 'If-Match': '"1"', ...headers },
            body,
          );
          if (status !== expected) done.push(`${route.name} ${JSON.stringify(headers)}: ${String(status)}`);
        }
      expect(done).toEqual([]);
      expect(await events()).toBe(before);
    });

    it('reads nothing either, where the browser says who asks', async () => {
      const read = attacked.routes.filter(
        ({ method, path }) => method === 'GET' && !/health/.test(path) && !OUTWARD.test(path),
      );
      for (const route of read)
        expect(
          (await raw('GET', `/api${addressOf(route, {})}`, { 'Sec-Fetch-Site': 'cross-site' })).status,
        ).toBe(403);
    });
  });

  it('never makes a browser go elsewhere', async () => {
    const paths = [
      '//elsewhere.test',
      '//elsewhere.test/s/workshop',
      '/s/workshop',
      '/s//elsewhere.test',
      '/\\elsewhere.test',
      '/s/x%2f..%2f..%2f%2felsewhere.test',
      '/%2f%2felsewhere.test',
      '/s/workshop?returnTo=//elsewhere.test',
      '/connexion?returnTo=https://elsewhere.test',
    ];
    for (const path of paths) {
      const { headers } = await raw('GET', path);
      expect({ path, goes: String(headers.location ?? '/') }).toEqual({
        path,
        goes: expect.stringMatching(/^\/(?![/\\])/),
      });
    }
  });

  describe('from an address that it makes up', () => {
    const addresses = async (service: TestService, forwarded: readonly string[]): Promise<number> => {
      for (const address of forwarded)
        await service
          .client()
          .post('/session', { login: 'nobody', password: TEST_PASSWORD }, { 'X-Forwarded-For': address });
      const [row] = await service.query<{ n: string }>(
        `SELECT count(DISTINCT key) AS n FROM rate_limit_hit WHERE counted = 'sign-in-address'`,
      );
      return Number(row?.n);
    };

    it('counts as from where it came, if there is no proxy', async () => {
      expect(await addresses(attacked.service, ['10.0.0.1', '10.0.0.2', '::1'])).toBe(1);
    });

    it('behind a proxy counts as from where the proxy saw it come, whatever it claimed before', async () => {
      const proxied = await TestService.start({
        configuration: { protocolsDir: MOVING_PROTOCOLS, trustProxy: 1 },
      });
      expect(await addresses(proxied, ['10.0.0.1, 192.0.2.1', '10.0.0.2, 192.0.2.1', '192.0.2.1'])).toBe(1);
      expect(await addresses(proxied, ['192.0.2.2'])).toBe(2);
      await proxied.stop();
    });
  });

  describe('that is too much', () => {
    it.each([
      ['a header', { 'X-Long': 'x'.repeat(20_000) }, 431],
      ['a cookie', { Cookie: `__Host-repere=${'x'.repeat(20_000)}` }, 431],
      [
        'many headers',
        Object.fromEntries(Array.from({ length: 1_500 }, (_, n) => [`X-H-${String(n)}`, 'x'])),
        431,
      ],
      ['a token', { Cookie: `__Host-repere=${'x'.repeat(8_000)}` }, 401],
    ] as const)('%s is refused', async (_what, headers, expected) => {
      expect((await raw('GET', '/api/session', headers)).status).toBe(expected);
      expect((await raw('GET', '/api/session')).status).toBe(200);
    });

    it.each([
      '%',
      '%ff',
      '%00',
      '%c0%ae%c0%ae',
      `${'a/'.repeat(3_000)}`,
      '..%2f..%2fsession',
      ';jsessionid=1',
      "'--",
      '<script>',
    ])('as an id, %s is not found', async (id) => {
      for (const address of [
        `/api/case-files/${id}`,
        `/api/missions/${id}`,
        `/api/protocols/${id}/versions/${id}`,
      ])
        expect([400, 404]).toContain((await raw('GET', address)).status);
    });
  });

  describe('with SQL in it', () => {
    const PIECES = ["' OR 1=1 --", '"; DROP TABLE case_file; --', '\\', '1e400', ''];

    it('in any question is refused or finds nothing, and breaks nothing', async () => {
      const failed: string[] = [];
      for (const route of attacked.routes)
        for (const { name } of route.query)
          for (const query of [
            ...PIECES.map((piece) => `${name}=${encodeURIComponent(piece)}`),
            `${name}[]=x`,
            `${name}=1&${name}='`,
          ]) {
            const { status } = await attacked.askRoute(everyRole.client, route, { query: `?${query}` });
            if (status >= 500) failed.push(`${route.name}?${query}: ${String(status)}`);
          }
      expect(failed).toEqual([]);
    });

    it('in what is looked for, sorted and filtered is refused or finds nothing', async () => {
      const search = attacked.routes.find(({ name }) => name === 'POST /api/case-files/search');
      if (!search?.body) throw new Error('no search');
      for (const { at } of attacked.bodies.fields(search.body))
        for (const piece of PIECES) {
          const answer = await attacked.askRoute<{ items?: readonly unknown[] }>(everyRole.client, search, {
            body: { [at]: piece },
          });
          expect([200, 400]).toContain(answer.status);
          expect(answer.body.items ?? []).toEqual([]);
        }
      expect(await attacked.service.query('SELECT 1 FROM case_file LIMIT 1')).toEqual([]);
    });
  });
});

/** Whether an address of one form could be one of the other: `/missions/frame` is one of `/missions/{id}`. */
function sameAddress(one: string, other: string): boolean {
  const [parts, others] = [one.split('/'), other.split('/')];
  return (
    parts.length === others.length &&
    parts.every(
      (part, at) => part === others[at] || [part, others[at] ?? ''].some((it) => it.startsWith('{')),
    )
  );
}
