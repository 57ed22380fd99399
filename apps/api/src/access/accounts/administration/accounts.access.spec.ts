import { randomUUID } from 'node:crypto';
import type { TestClient } from '../../../testing/accounts/test-client';
import { signInWithTotp } from '../../../testing/accounts/test-factors';
import { NO_PROTOCOLS, type SignedInClient, TEST_PASSWORD, TestService } from '../../../testing/test-service';
import type { AccountDetailDto, AccountSummaryDto } from './accounts.dto';
import type { Page } from '../../../platform/answers/page';

interface Problem {
  readonly code: string;
  readonly reasons?: readonly { readonly code: string }[];
}
interface Route {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
}
const ROUTES: readonly Route[] = [
  { method: 'GET', path: '/accounts' },
  {
    method: 'POST',
    path: '/accounts',
    body: { login: 'new-one', name: 'New', email: 'a@b.example', roles: [], teamIds: [], language: 'fr' },
  },
  { method: 'GET', path: '/accounts/:id' },
  { method: 'PUT', path: '/accounts/:id/roles', body: { roles: ['trainer'], was: ['caseworker'] } },
  { method: 'PUT', path: '/accounts/:id/teams', body: { teamIds: [], was: [] } },
  { method: 'PUT', path: '/accounts/:id/dates', body: { startsOn: null, endsOn: null } },
  { method: 'PUT', path: '/accounts/:id/email', body: { email: 'a@b.example' } },
  { method: 'POST', path: '/accounts/:id/disable', body: { reason: 'why' } },
  { method: 'POST', path: '/accounts/:id/reset-factors', body: { reason: 'why' } },
  { method: 'POST', path: '/accounts/:id/enable', body: { reason: 'why' } },
  { method: 'POST', path: '/invitations', body: { accountId: ':id' } },
  { method: 'GET', path: '/account-changes' },
  { method: 'POST', path: '/account-changes/:id/decision', body: { decision: 'refuse' } },
  { method: 'GET', path: '/teams' },
  { method: 'POST', path: '/teams', body: { name: 'New', territory: '93' } },
  { method: 'PUT', path: '/teams/:id', body: { name: 'New' } },
  { method: 'GET', path: '/demo-mails' },
];

describe('the administration of accounts', () => {
  let service: TestService;
  let first: SignedInClient;
  let second: SignedInClient;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { demo: true, protocolsDir: NO_PROTOCOLS } });
    first = await service.signIn({ roles: ['administrator'], name: 'Alix' });
    second = await service.signIn({ roles: ['administrator'], name: 'Anna' });
  });
  afterAll(() => service.stop());

  const send = (client: TestClient, { method, path, body }: Route, id: string) => {
    const at = path.replace(':id', id);
    const said = body && (JSON.parse(JSON.stringify(body).replace(':id', id)) as object);
    const headers = { 'Idempotency-Key': randomUUID() };
    if (method === 'GET') return client.get<Problem>(at);
    return method === 'PUT'
      ? client.put<Problem>(at, said, headers)
      : client.post<Problem>(at, said, headers);
  };
  const rolesOf = async (id: string): Promise<readonly string[]> =>
    (await first.client.get<AccountDetailDto>(`/accounts/${id}`)).body.roles;
  const waiting = async (id: string): Promise<string> => {
    const { body } = await first.client.get<AccountDetailDto>(`/accounts/${id}`);
    return body.changes[0]?.id ?? 'none';
  };
  const decide = (client: TestClient, change: string, decision: string) =>
    client.post<Problem>(`/account-changes/${change}/decision`, { decision });

  it.each(ROUTES)('$method $path is for administrators alone', async (route) => {
    const { id } = await service.hire({ roles: ['caseworker'] });
    expect((await send(service.client(), route, id)).status).toBe(401);
    for (const role of ['caseworker', 'supervisor', 'auditor', 'trainer', 'protocol-editor'] as const) {
      const { client } = await service.signIn({ roles: [role], teams: ['West'] });
      expect({ role, status: (await send(client, route, id)).status }).toEqual({ role, status: 403 });
    }
    expect(await rolesOf(id)).toEqual(['caseworker']);
  });

  it.each(ROUTES.filter(({ path }) => path.includes(':id')))(
    '$method $path of what isn’t there is not found',
    async (route) => {
      expect((await send(first.client, route, randomUUID())).status).toBe(404);
      expect((await send(first.client, route, 'no-id')).status).toBe(404);
    },
  );

  it('gives a role that decides over others only with a second administrator', async () => {
    const { id } = await service.hire({ roles: ['caseworker'] });
    const ask = { roles: ['caseworker', 'supervisor'], was: ['caseworker'], reason: 'Prend la suite' };
    expect((await first.client.put(`/accounts/${id}/roles`, ask)).status).toBe(200);
    expect(await rolesOf(id)).toEqual(['caseworker']);
    const change = await waiting(id);
    const own = await decide(first.client, change, 'approve');
    expect({ status: own.status, code: own.body.reasons?.[0]?.code }).toEqual({
      status: 403,
      code: 'second-person',
    });
    expect((await decide(second.client, change, 'approve')).status).toBe(204);
    expect(await rolesOf(id)).toEqual(['caseworker', 'supervisor']);
    expect((await decide(second.client, change, 'approve')).status).toBe(422);
  });

  it('wants to know why, and gives other roles at once', async () => {
    const { id } = await service.hire({ roles: ['caseworker'] });
    const silent = { roles: ['auditor'], was: ['caseworker'] };
    expect((await first.client.put(`/accounts/${id}/roles`, silent)).status).toBe(400);
    const plain = { roles: ['caseworker', 'trainer'], was: ['caseworker'] };
    expect((await first.client.put(`/accounts/${id}/roles`, plain)).status).toBe(200);
    expect(await rolesOf(id)).toEqual(['caseworker', 'trainer']);
  });

  it('gives no role to oneself alone, and no agreement of whom it is about', async () => {
    const ask = { roles: ['administrator', 'caseworker'], was: ['administrator'], reason: 'Renfort' };
    await first.client.put(`/accounts/${first.id}/roles`, ask);
    expect(await rolesOf(first.id)).toEqual(['administrator']);
    await decide(first.client, await waiting(first.id), 'refuse');
    await first.client.put(`/accounts/${second.id}/roles`, ask);
    expect(await rolesOf(second.id)).toContain('caseworker');
    await first.client.put(`/accounts/${second.id}/roles`, {
      roles: ['administrator', 'supervisor'],
      was: ['administrator', 'caseworker'],
      reason: 'x',
    });
    const { status } = await decide(second.client, await waiting(second.id), 'approve');
    // The change ended the sessions of the account, as it should.
    expect(status).toBe(401);
    second = await service.signIn({ roles: ['administrator'], name: 'Anna again' });
  });

  it('voids an agreement to what has changed since', async () => {
    const { id } = await service.hire({ roles: ['caseworker'] });
    await first.client.put(`/accounts/${id}/roles`, {
      roles: ['supervisor'],
      was: ['caseworker'],
      reason: 'x',
    });
    const change = await waiting(id);
    await first.client.put(`/accounts/${id}/roles`, { roles: [], was: ['caseworker'] });
    const late = await decide(second.client, change, 'approve');
    expect({ status: late.status, code: late.body.reasons?.[0]?.code }).toEqual({
      status: 422,
      code: 'changed-meanwhile',
    });
    expect(await rolesOf(id)).toEqual([]);
  });

  it('is guarded by the database too: raw SQL in an administrator’s name gives nothing alone', async () => {
    const { id } = await service.hire({ roles: ['caseworker'] });
    const alone = service.asSeed(async ({ manager }) => {
      await manager.query(`SELECT set_config('app.ctx', $1, true)`, [
        JSON.stringify({
          account: first.id,
          roles: ['administrator'],
          teams: [],
          reads: false,
          writes: false,
        }),
      ]);
      await manager.query(`UPDATE account SET roles = '{supervisor}' WHERE id = $1`, [id]);
    });
    await expect(alone).rejects.toThrow('given by two');
    const oneself = service.asSeed(async ({ manager }) => {
      await manager.query(`SELECT set_config('app.ctx', $1, true)`, [JSON.stringify({ account: id })]);
      await manager.query(`UPDATE account SET roles = '{caseworker,trainer}' WHERE id = $1`, [id]);
    });
    await expect(oneself).rejects.toThrow('given by two');
    const approved = service.asSeed(({ manager }) =>
      manager.query(
        `INSERT INTO account_change (id, account_id, kind, before_roles, roles, words, requested_by, state, decided_by, decided_at)
         VALUES ($1, $2, 'roles', '{}', '{supervisor}', 'x', $3, 'approved', $3, now())`,
        [randomUUID(), id, first.id],
      ),
    );
    await expect(approved).rejects.toThrow('who acts, and waits');
  });

  it('keeps an address with a password behind a second administrator; a mistyped invitation is mended at once', async () => {
    const { id } = await service.hire({ roles: ['caseworker'] });
    const ask = { email: 'mine@elsewhere.example', reason: 'x' };
    expect((await first.client.put<AccountDetailDto>(`/accounts/${id}/email`, ask)).body.email).toBeNull();
    await decide(second.client, await waiting(id), 'approve');
    expect((await first.client.get<AccountDetailDto>(`/accounts/${id}`)).body.email).toBe(ask.email);

    const invited = await first.client.post<AccountDetailDto>(
      '/accounts',
      {
        login: 'nils',
        name: 'Nils',
        email: 'nlis@a.example',
        roles: ['caseworker'],
        teamIds: [],
        language: 'fr',
      },
      { 'Idempotency-Key': randomUUID() },
    );
    const mended = await first.client.put<AccountDetailDto>(`/accounts/${invited.body.id}/email`, {
      email: 'nils@a.example',
    });
    expect(mended.body).toMatchObject({ email: 'nils@a.example', state: 'invited', waits: false });
  });

  it('invites to what it may give, and lets the rest wait', async () => {
    const { status, body } = await first.client.post<AccountDetailDto>(
      '/accounts',
      {
        login: 'lou',
        name: 'Lou Exemple',
        email: 'lou@a.example',
        roles: ['caseworker', 'supervisor'],
        teamIds: [],
        language: 'fr',
        reason: 'Nouvelle responsable',
      },
      { 'Idempotency-Key': randomUUID() },
    );
    expect(status).toBe(201);
    expect(body).toMatchObject({ roles: ['caseworker'], waits: true, state: 'invited' });
    const again = await first.client.post<Problem>(
      '/accounts',
      { login: 'lou', name: 'Lou', email: 'x@a.example', roles: [], teamIds: [], language: 'fr' },
      { 'Idempotency-Key': randomUUID() },
    );
    expect({ status: again.status, code: again.body.reasons?.[0]?.code }).toEqual({
      status: 409,
      code: 'login-taken',
    });
  });

  it.each([
    ['a login in capitals', { login: 'Lou' }],
    ['an address with a second one', { email: 'a@b.example, c@d.example' }],
    ['an address with a line of its own', { email: 'a@b.example\r\nBcc: c@d.example' }],
    ['a role that there isn’t', { roles: ['king'] }],
    ['a day that there isn’t', { startsOn: '2026-13-01' }],
    ['an end before the start', { startsOn: '2026-02-02', endsOn: '2026-02-01' }],
    ['a field that there isn’t', { passwordHash: 'x' }],
    ['a team that there isn’t', { teamIds: [randomUUID()] }],
  ])('refuses %s', async (_what, wrong) => {
    const account = {
      login: 'mistake',
      name: 'M',
      email: 'a@b.example',
      roles: [],
      teamIds: [],
      language: 'fr',
    };
    const { status } = await first.client.post(
      '/accounts',
      { ...account, ...wrong },
      { 'Idempotency-Key': randomUUID() },
    );
    expect(status).toBe(400);
  });

  it('ends sessions at the next request: closed, before its first day, after its last', async () => {
    for (const [how, body] of [
      ['disable', { reason: 'Départ' }],
      ['dates', { startsOn: '2999-01-01', endsOn: null }],
      ['dates', { startsOn: null, endsOn: '2020-01-01' }],
    ] as const) {
      const { id, client, login } = await service.signIn({ roles: ['caseworker'] });
      expect((await client.get('/session')).status).toBe(200);
      const done =
        how === 'disable'
          ? first.client.post(`/accounts/${id}/disable`, body)
          : first.client.put(`/accounts/${id}/dates`, body);
      expect((await done).status).toBe(200);
      expect((await client.get('/session')).status).toBe(401);
      const { status } = await client.post('/session', { login, password: TEST_PASSWORD });
      expect(status).toBe(401);
    }
  });

  it('counts the last day of an account', async () => {
    const { id, client } = await service.signIn({ roles: ['caseworker'] });
    const today = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Paris' }).format(new Date());
    await first.client.put(`/accounts/${id}/dates`, { startsOn: today, endsOn: today });
    expect((await client.get('/session')).status).toBe(200);
  });

  it('does nothing to oneself, and leaves an administrator', async () => {
    const me = first.id;
    expect((await first.client.post(`/accounts/${me}/disable`, { reason: 'x' })).status).toBe(403);
    expect((await first.client.put(`/accounts/${me}/teams`, { teamIds: [], was: [] })).status).toBe(403);
    expect((await first.client.put(`/accounts/${me}/dates`, {})).status).toBe(403);
    expect((await first.client.post(`/accounts/${me}/reset-factors`, { reason: 'x' })).status).toBe(403);
    expect((await first.client.put(`/accounts/${me}/email`, { email: 'a@b.example' })).status).toBe(403);
  });

  it('takes lost second factors away with the reason; sessions end, the password stays', async () => {
    const { id, client, login } = await signInWithTotp(service, { roles: ['caseworker'] });
    const shown = () => first.client.get<AccountDetailDto>(`/accounts/${id}`);
    expect((await shown()).body.hasSecondFactor).toBe(true);
    expect((await first.client.post(`/accounts/${id}/reset-factors`, {})).status).toBe(400);
    expect(
      (await first.client.post(`/accounts/${id}/reset-factors`, { reason: 'Téléphone perdu' })).status,
    ).toBe(200);
    expect((await shown()).body.hasSecondFactor).toBe(false);
    expect((await client.get('/session')).status).toBe(401);
    expect((await client.post('/session', { login, password: TEST_PASSWORD })).status).toBe(200);
  });

  it('asks who it is again before rights change', async () => {
    const { id } = await service.hire({ roles: ['caseworker'] });
    const stale = await service.signIn({ roles: ['administrator'] });
    await service.changeBound(
      `UPDATE session SET strengthened_at = now() - interval '16 minutes' WHERE account_id = $1`,
      [stale.id],
    );
    const change = { roles: ['trainer'], was: ['caseworker'] };
    const { status, body } = await stale.client.put<Problem>(`/accounts/${id}/roles`, change);
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'step-up-required' });
    expect((await stale.client.get(`/accounts/${id}`)).status).toBe(200);
  });

  it('lists by name, a page at a time, found without accents', async () => {
    for (const name of ['Éloïse Zeta', 'eloise zeta', 'Élodie Zeta'])
      await service.hire({ roles: ['caseworker'], name });
    const { body } = await first.client.get<Page<AccountSummaryDto>>('/accounts?q=eloise%20z');
    expect(body.items.map(({ name }) => name).sort()).toEqual(['eloise zeta', 'Éloïse Zeta'].sort());
    for (let n = 0; n < 55; n++)
      await service.asSeed(({ manager }) =>
        manager.query(`INSERT INTO account (login, name, roles) VALUES ($1, 'Same Name', '{}')`, [
          `same-${n}`,
        ]),
      );
    const found = new Set<string>();
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { body: Page<AccountSummaryDto> } = await first.client.get(
        `/accounts?q=same%20name${cursor ? `&cursor=${cursor}` : ''}`,
      );
      for (const { id } of page.body.items) found.add(id);
      cursor = page.body.next;
    }
    expect(found.size).toBe(55);
    expect((await first.client.get('/accounts?cursor=xyz')).status).toBe(400);
    expect((await first.client.get('/accounts?state=disabled')).status).toBe(200);
  });

  it('shows no demo mails outside of a demo', async () => {
    const real = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS } });
    const { client } = await real.signIn({ roles: ['administrator'] });
    expect((await client.get('/demo-mails')).status).toBe(404);
    const invited = await client.post<Problem>(
      '/accounts',
      { login: 'x-y', name: 'X', email: 'a@b.example', roles: [], teamIds: [], language: 'fr' },
      { 'Idempotency-Key': randomUUID() },
    );
    expect({ status: invited.status, code: invited.body.reasons?.[0]?.code }).toEqual({
      status: 422,
      code: 'no-mail',
    });
    await real.stop();
  });
});
