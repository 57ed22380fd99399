import { NO_PROTOCOLS, TEST_PASSWORD, TestService } from '../../testing/test-service';
import type { Answer, TestClient } from '../../testing/accounts/test-client';
import type { ProblemDto } from '../../platform/answers/openapi';
import { PasswordHashes } from '../passwords/password-hashes.repository';
import { hashPassword } from '../passwords/passwords';

describe('who comes in', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS } });
  });
  afterAll(() => service.stop());

  const signIn = (login: string, password: string): Promise<Answer<ProblemDto>> =>
    service.client().post<ProblemDto>('/session', { login, password });
  const sessionOf = async (client: TestClient): Promise<number> => (await client.get('/session')).status;

  it('tells wrong password, unknown and disabled account apart by nothing', async () => {
    const known = await service.hire({ roles: ['caseworker'] });
    const disabled = await service.hire({ roles: ['caseworker'] });
    await service.asSeed(({ manager }) =>
      manager.query('UPDATE account SET disabled_at = now() WHERE id = $1', [disabled.id]),
    );
    const answers = [
      await signIn(known.login, 'wrong'),
      await signIn('no-such-account', TEST_PASSWORD),
      await signIn(disabled.login, TEST_PASSWORD),
    ];
    for (const { status, body, headers } of answers) {
      expect(status).toBe(401);
      expect({ ...body, correlation: '' }).toEqual({ ...answers[0]?.body, correlation: '' });
      expect(headers.getSetCookie()).toEqual([]);
    }
    expect((await signIn(known.login, TEST_PASSWORD)).status).toBe(200);
  });

  it('takes as long for an unknown account as for a wrong password', async () => {
    const took = async (login: string): Promise<number> => {
      const before = performance.now();
      await signIn(login, 'wrong');
      return performance.now() - before;
    };
    const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[3] ?? 0;
    const known = await Promise.all(Array.from({ length: 7 }, () => service.hire({ roles: ['caseworker'] })));
    // Accounts of tests have a cheap hash; these have what everybody has.
    const hashed = await hashPassword(TEST_PASSWORD);
    for (const { id } of known)
      await service.asSeed(() => service.app.get(PasswordHashes).setHash(id, hashed));
    // In turns, so that a machine that is busy for a while is busy for both.
    const times: { readonly wrong: number; readonly unknown: number }[] = [];
    for (const [index, { login }] of known.entries())
      times.push({ wrong: await took(login), unknown: await took(`unknown-${index}`) });
    const wrong = median(times.map((it) => it.wrong));
    const unknown = median(times.map((it) => it.unknown));
    // Hashing takes tens of milliseconds: leaving it out would be ten times faster.
    expect(unknown / wrong).toBeGreaterThan(0.25);
    expect(unknown / wrong).toBeLessThan(4);
  });

  it.each(['known', 'unknown'])(
    'locks a login (%s) after five failures, even for the right password',
    async (which) => {
      const login =
        which === 'known' ? (await service.hire({ roles: ['caseworker'] })).login : 'nobody-at-all';
      for (let tries = 0; tries < 5; tries++) expect((await signIn(login, 'wrong')).status).toBe(401);
      const { status, body, headers } = await signIn(login, TEST_PASSWORD);
      expect({ status, code: body.code }).toEqual({ status: 429, code: 'locked' });
      expect(Number(headers.get('Retry-After'))).toBeGreaterThan(800);
      await service.query(`UPDATE rate_limit_hit SET at = at - interval '16 minutes'`);
      expect((await signIn(login, TEST_PASSWORD)).status).toBe(which === 'known' ? 200 : 401);
    },
  );

  it('lets no more than five through when they come at once', async () => {
    const { login } = await service.hire({ roles: ['caseworker'] });
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(login, 'wrong')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  it('starts counting anew after a success', async () => {
    const { login } = await service.hire({ roles: ['caseworker'] });
    for (let round = 0; round < 2; round++) {
      for (let tries = 0; tries < 4; tries++) await signIn(login, 'wrong');
      expect((await signIn(login, TEST_PASSWORD)).status).toBe(200);
    }
  });

  it('refuses a made-up token', async () => {
    const client = service.client();
    for (const token of ['', 'x', 'A'.repeat(43), "' OR 1=1 --"]) {
      client.setCookie('__Host-repere', token);
      expect(await sessionOf(client)).toBe(401);
    }
  });

  it('takes writes from our own pages only', async () => {
    const { client } = await service.signIn({ roles: ['caseworker'] });
    const change = (headers: Readonly<Record<string, string>>): Promise<number> =>
      client.put('/session/language', { language: 'fr' }, headers).then(({ status }) => status);
    expect(await change({})).toBe(200);
    expect(await change({ 'Sec-Fetch-Site': 'same-origin' })).toBe(200);
    expect(await change({ 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
    expect(await change({ 'Sec-Fetch-Site': 'same-site' })).toBe(403);
    expect(await change({ 'X-Repere': '' })).toBe(403);
    expect(await change({ 'Content-Type': 'text/plain' })).toBe(415);
    expect(await change({ 'Content-Type': 'application/x-www-form-urlencoded' })).toBe(415);
  });

  it('records sign-in, failure and refusal, with no login in clear', async () => {
    const { login, id } = await service.hire({ roles: ['caseworker'] });
    await service.asSuperuser(async (client) => {
      const { rows } = await client.query<{ last: string }>(
        'SELECT max(seq)::text AS last FROM ledger_event',
      );
      const last = rows[0]?.last;
      await signIn(login, 'wrong');
      await signIn(login, TEST_PASSWORD);
      for (let tries = 0; tries < 5; tries++) await signIn(login, 'wrong');
      await signIn(login, 'wrong');
      const events = await client.query<{ entry: string }>(
        'SELECT entry FROM ledger_event WHERE seq > $1 ORDER BY seq',
        [last],
      );
      const entries = events.rows.map(({ entry }) => JSON.parse(entry) as Record<string, string>);
      expect(entries.map(({ type, outcome }) => `${type} ${outcome}`)).toEqual([
        'session.open failed',
        'session.open done',
        ...Array.from({ length: 5 }, () => 'session.open failed'),
        'session.open refused',
      ]);
      const { rows: alias } = await client.query<{ alias: string }>(
        'SELECT alias FROM alias WHERE subject = $1',
        [id],
      );
      expect(entries[1]?.['actor']).toBe(alias[0]?.alias);
      expect(entries[0]?.['actor']).toBe('system:access');
      for (const { entry } of events.rows) expect(entry).not.toContain(login);
    });
  });
});
