import { randomUUID } from 'node:crypto';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { NO_PROTOCOLS, TEST_PASSWORD, TestService, type SignedInClient } from '../../testing/test-service';
import type { TestClient } from '../../testing/accounts/test-client';
import { EndSessions } from './end-sessions.service';
import type { OwnSessionsDto } from './sessions.dto';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { SessionDto } from '../sign-in/session.dto';
import type { AccountDetailDto } from '../accounts/administration/accounts.dto';

const COOKIE = '__Host-repere';
const PHONE = 'Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 Chrome/153.0.0.0 Mobile Safari/537.36';

describe('one’s own sessions', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS } });
  });
  afterAll(() => service.stop());

  const hire = (): Promise<SignedInClient> => service.signIn({ roles: ['caseworker'], teams: ['North'] });
  const again = async ({ login }: SignedInClient): Promise<TestClient> => {
    const client = service.client();
    expect((await client.post('/session', { login, password: TEST_PASSWORD })).status).toBe(200);
    return client;
  };
  const statusOf = async (client: TestClient): Promise<number> => (await client.get('/session')).status;
  const listOf = async (client: TestClient): Promise<OwnSessionsDto> =>
    (await client.get<OwnSessionsDto>('/sessions')).body;
  const change = (sql: string, id: string): Promise<unknown> =>
    service.asSeed(({ manager }) => manager.query(sql, [id]));
  const rolesAreAudit = (id: string) => change(`UPDATE account SET roles = '{auditor}' WHERE id = $1`, id);
  const disable = (id: string) => change('UPDATE account SET disabled_at = now() WHERE id = $1', id);
  const enable = (id: string) => change('UPDATE account SET disabled_at = NULL WHERE id = $1', id);

  describe('are listed', () => {
    it('with this one first, by families of devices, without address or token', async () => {
      const lea = await hire();
      const phone = await again(lea);
      await phone.get('/session', { 'User-Agent': PHONE });
      await hire();
      const { status, headers, body } = await phone.get<OwnSessionsDto>('/sessions');
      expect([status, headers.get('Cache-Control')]).toEqual([200, 'no-store']);
      expect(body.items).toMatchObject([
        { isThis: true, browser: 'chrome', system: 'android', strength: 'password' },
        { isThis: false, browser: 'other', system: 'other' },
      ]);
      expect(Object.keys(body.items[0] ?? {}).sort()).toEqual(
        ['id', 'isThis', 'browser', 'system', 'strength', 'startedAt', 'lastSeenAt'].sort(),
      );
      const kept = JSON.stringify(await service.query('SELECT * FROM session'));
      expect(kept).not.toMatch(/127\.0\.0\.1|::1|Mozilla|Android 16/);
    });

    it('to nobody without one', async () => {
      const client = service.client();
      for (const answer of [
        await client.get('/sessions'),
        await client.post('/sessions/end', { id: randomUUID() }),
        await client.post('/sessions/end-others'),
        await client.put('/session/activity'),
        await client.post('/session/lock', { id: randomUUID() }),
      ])
        expect(answer.status).toBe(401);
    });
  });

  describe('end at the next request', () => {
    it('one of them: this account’s, and no other’s', async () => {
      const lea = await hire();
      const desk = await again(lea);
      const stranger = await hire();
      const [, other] = (await listOf(desk)).items;
      const foreign = (await listOf(stranger.client)).items[0];
      if (!other || !foreign) throw new Error('not listed');
      for (const id of [foreign.id, randomUUID()]) {
        const { status, body } = await desk.post<ProblemDto>('/sessions/end', { id });
        expect([status, body.code]).toEqual([404, 'not-found']);
      }
      expect((await desk.post('/sessions/end', { id: 'x' })).status).toBe(400);
      expect(await statusOf(stranger.client)).toBe(200);
      expect((await desk.post('/sessions/end', { id: other.id })).status).toBe(204);
      expect(await statusOf(lea.client)).toBe(401);
      expect(await statusOf(desk)).toBe(200);
    });

    it('all others', async () => {
      const lea = await hire();
      const [desk, phone] = [await again(lea), await again(lea)];
      const stranger = await hire();
      expect((await phone.post('/sessions/end-others')).body).toEqual({ ended: 2 });
      expect([await statusOf(lea.client), await statusOf(desk), await statusOf(phone)]).toEqual([
        401, 401, 200,
      ]);
      expect(await statusOf(stranger.client)).toBe(200);
    });

    it('by sign-out: the token is worth nothing after', async () => {
      const { client } = await hire();
      const copy = client.inSpace(null);
      const { status, headers } = await client.delete('/session');
      expect(status).toBe(204);
      expect(headers.get('Clear-Site-Data')).toBe('"cache", "storage"');
      expect(client.cookie(COOKIE)).toBeUndefined();
      for (const path of ['/session', '/team', '/sessions']) expect((await copy.get(path)).status).toBe(401);
      expect((await copy.put('/session/activity')).status).toBe(401);
    });

    it('by the lock, whose page keeps what it holds', async () => {
      const { client } = await hire();
      const copy = client.inSpace(null);
      const own = (await client.get<SessionDto>('/session')).body;
      // A page that wakes up late knows another session than the one that is open now.
      expect((await client.post('/session/lock', { id: randomUUID() })).status).toBe(404);
      expect(await statusOf(copy)).toBe(200);
      const { status, headers } = await client.post('/session/lock', { id: own.id });
      expect([status, headers.get('Clear-Site-Data')]).toEqual([204, null]);
      expect(await statusOf(copy)).toBe(401);
    });

    it('by another role', async () => {
      const { client, id } = await hire();
      expect((await client.get('/team')).status).toBe(200);
      await rolesAreAudit(id);
      expect((await client.get('/team')).status).toBe(401);
    });

    it('by disabling, and enabling the account again revives none', async () => {
      const { client, id, login } = await hire();
      await disable(id);
      expect(await statusOf(client)).toBe(401);
      await enable(id);
      expect(await statusOf(client)).toBe(401);
      expect((await service.client().post('/session', { login, password: TEST_PASSWORD })).status).toBe(200);
    });

    it('by disabling and enabling before the next request', async () => {
      const { client, id } = await hire();
      await disable(id);
      await enable(id);
      expect(await statusOf(client)).toBe(401);
    });

    it('by the end of a contract, and a later end revives none', async () => {
      const { client, id } = await hire();
      await change(`UPDATE account SET ends_on = current_date + 90 WHERE id = $1`, id);
      expect(await statusOf(client)).toBe(200);
      await change(`UPDATE account SET ends_on = current_date - 2 WHERE id = $1`, id);
      await change(`UPDATE account SET ends_on = NULL WHERE id = $1`, id);
      expect(await statusOf(client)).toBe(401);
    });

    it('by signing in again in the same browser', async () => {
      const { client, login } = await hire();
      const copy = client.inSpace(null);
      await client.post('/session', { login, password: 'wrong' });
      expect(await statusOf(copy)).toBe(200);
      await client.post('/session', { login, password: TEST_PASSWORD });
      expect([await statusOf(copy), await statusOf(client)]).toEqual([401, 200]);
    });

    it('when a new password asks for it, but for the session that asks', async () => {
      const lea = await hire();
      const desk = await again(lea);
      const own = (await listOf(desk)).items[0];
      const end = service.app.get(EndSessions);
      expect(await service.asSeed(() => end.ofAccount(lea.id, own?.id))).toBe(1);
      expect([await statusOf(lea.client), await statusOf(desk)]).toEqual([401, 200]);
      expect(await service.asSeed(() => end.ofAccount(lea.id))).toBe(1);
      expect(await statusOf(desk)).toBe(401);
    });

    it('not by another language or another team', async () => {
      const { client, id } = await hire();
      await client.put('/session/language', { language: 'en' });
      await change('DELETE FROM team_member WHERE account_id = $1', id);
      const { status, body } = await client.get<SessionDto>('/session');
      expect([status, body.account.teams]).toEqual([200, []]);
    });

    describe('in every process, since none remembers a session:', () => {
      let administrator: TestClient;
      let replica: TestService;
      beforeAll(async () => {
        administrator = (await service.signIn({ roles: ['administrator'] })).client;
        replica = await service.replica();
      });
      afterAll(() => replica.stop());

      const reviewed = async (id: string) => {
        const { roles, teams } = (await administrator.get<AccountDetailDto>(`/accounts/${id}`)).body;
        const seen = { roles, teamIds: teams.map((team) => team.id) };
        return administrator.post(`/rights-reviews/${id}`, { verdict: 'withdrawn', ...seen });
      };
      it.each<[what: string, act: (id: string) => Promise<{ readonly status: number }>]>([
        [
          'by another role',
          (id) => administrator.put(`/accounts/${id}/roles`, { roles: ['trainer'], was: ['caseworker'] }),
        ],
        [
          'by closing the account',
          (id) => administrator.post(`/accounts/${id}/disable`, { reason: 'Départ' }),
        ],
        ['by the yearly review', reviewed],
      ])('%s', async (_what, act) => {
        const { client, id } = await hire();
        const there = replica.client();
        there.setCookie(COOKIE, client.cookie(COOKIE) ?? '');
        expect([await statusOf(client), await statusOf(there)]).toEqual([200, 200]);
        expect((await act(id)).status).toBeLessThan(300);
        expect([await statusOf(there), await statusOf(client)]).toEqual([401, 401]);
      });
    });
  });

  it('that is opened while its account is being disabled does not outlive it', async () => {
    const { id, login } = await hire();
    let signedIn: Promise<{ status: number }> = Promise.resolve({ status: 0 });
    const client = service.client();
    // Disabled, not committed yet: the sign-in has to wait for it, or be found by it.
    await service.asSeed(async (unit: UnitOfWork) => {
      await unit.manager.query('UPDATE account SET disabled_at = now() WHERE id = $1', [id]);
      signedIn = client.post('/session', { login, password: TEST_PASSWORD });
      const waits = async (): Promise<boolean> =>
        (
          await service.query(
            `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%FOR SHARE%'`,
          )
        ).length > 0;
      while (!(await waits())) await new Promise((soon) => setImmediate(soon));
    });
    expect((await signedIn).status).toBe(401);
    await enable(id);
    expect(await statusOf(client)).toBe(401);
  });

  describe('belong to one page', () => {
    it('a page of one account is not answered in the name of another', async () => {
      const [lea, paul] = [await hire(), await hire()];
      const asLea = { 'X-Repere-Account': lea.id };
      expect((await lea.client.get('/team', asLea)).status).toBe(200);
      expect((await paul.client.get('/team', asLea)).status).toBe(401);
      expect((await paul.client.put('/session/activity', undefined, asLea)).status).toBe(401);
      expect((await paul.client.delete('/session', asLea)).status).toBe(401);
      expect(await statusOf(paul.client)).toBe(200);
    });

    it('a token that was planted is not taken over at sign-in', async () => {
      const lea = await hire();
      const planted = 'A'.repeat(43);
      const client = service.client();
      client.setCookie(COOKIE, planted);
      await client.post('/session', { login: lea.login, password: TEST_PASSWORD });
      expect(client.cookie(COOKIE)).not.toBe(planted);
      const attacker = service.client();
      attacker.setCookie(COOKIE, planted);
      expect(await statusOf(attacker)).toBe(401);
      expect(await statusOf(client)).toBe(200);
    });
  });
});
