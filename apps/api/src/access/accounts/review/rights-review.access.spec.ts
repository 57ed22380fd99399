import { randomUUID } from 'node:crypto';
import type { TestClient } from '../../../testing/accounts/test-client';
import { NO_PROTOCOLS, type SignedInClient, TestService } from '../../../testing/test-service';
import type { RightsDueDto } from './rights-review.dto';
import type { AccountDetailDto } from '../administration/accounts.dto';

interface Due {
  readonly items: readonly RightsDueDto[];
}

describe('the yearly review of rights', () => {
  let service: TestService;
  let administrator: SignedInClient;
  let supervisor: SignedInClient;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS } });
    administrator = await service.signIn({ roles: ['administrator'] });
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['West'], name: 'Sacha' });
  });
  afterAll(() => service.stop());

  const old = async (team: string, days = 400): Promise<string> => {
    const { id } = await service.hire({ roles: ['caseworker'], teams: [team] });
    await confirmedAgo(id, days);
    return id;
  };
  const confirmedAgo = (id: string, days: number): Promise<unknown> =>
    service.asSeed(({ manager }) =>
      manager.query(
        `UPDATE account SET rights_confirmed_at = now() - make_interval(days => $2) WHERE id = $1`,
        [id, days],
      ),
    );
  const dueFor = async (client: TestClient): Promise<readonly RightsDueDto[]> =>
    (await client.get<Due>('/rights-reviews')).body.items;
  const settle = async (
    client: TestClient,
    id: string,
    verdict: string,
    more: object = {},
  ): Promise<number> => {
    const { body } = await administrator.client.get<AccountDetailDto>(`/accounts/${id}`);
    const seen = { roles: body.roles, teamIds: body.teams.map((team) => team.id) };
    return (await client.post(`/rights-reviews/${id}`, { verdict, ...seen, ...more })).status;
  };

  it('lists what is due within thirty days, the most overdue first', async () => {
    const [late, soon, fresh] = [await old('West', 500), await old('West', 340), await old('West', 300)];
    const due = await dueFor(administrator.client);
    const places = [late, soon, fresh].map((id) => due.findIndex(({ accountId }) => accountId === id));
    expect(places[0]).toBeLessThan(places[1] ?? -1);
    expect(places[2]).toBe(-1);
    expect(due.find(({ accountId }) => accountId === late)?.isOverdue).toBe(true);
    expect(due.find(({ accountId }) => accountId === soon)?.isOverdue).toBe(false);
  });

  it('shows a supervisor her teams’ members, and lets her settle those alone', async () => {
    const [mine, foreign] = [await old('West'), await old('East')];
    const ids = (await dueFor(supervisor.client)).map(({ accountId }) => accountId);
    expect(ids).toContain(mine);
    expect(ids).not.toContain(foreign);
    expect(await settle(supervisor.client, foreign, 'confirmed')).toBe(404);
    expect(await settle(supervisor.client, mine, 'confirmed')).toBe(204);
    expect((await dueFor(supervisor.client)).map(({ accountId }) => accountId)).not.toContain(mine);
    const [row] = await service.query<{ verdict: string; reviewed_by: string; roles: string[] }>(
      `SELECT verdict, reviewed_by, roles FROM rights_review WHERE account_id = $1`,
      [mine],
    );
    expect(row).toEqual({ verdict: 'confirmed', reviewed_by: supervisor.id, roles: ['caseworker'] });
  });

  it.each(['caseworker', 'auditor', 'trainer', 'protocol-editor'] as const)(
    'is nothing for a %s',
    async (role) => {
      const { client } = await service.signIn({ roles: [role], teams: ['West'] });
      const mine = await old('West');
      expect((await client.get('/rights-reviews')).status).toBe(403);
      expect(await settle(client, mine, 'withdrawn')).toBe(403);
    },
  );

  it('is nothing for who isn’t signed in, and of nobody there is nothing', async () => {
    expect((await service.client().get('/rights-reviews')).status).toBe(401);
    const nobody = { verdict: 'confirmed', roles: [], teamIds: [] };
    expect((await administrator.client.post(`/rights-reviews/${randomUUID()}`, nobody)).status).toBe(404);
    expect((await administrator.client.post('/rights-reviews/x', nobody)).status).toBe(404);
  });

  it('is never of oneself, in the list, by the route, by the database', async () => {
    await confirmedAgo(administrator.id, 400);
    const ids = (await dueFor(administrator.client)).map(({ accountId }) => accountId);
    expect(ids).not.toContain(administrator.id);
    expect(await settle(administrator.client, administrator.id, 'confirmed')).toBe(403);
    const raw = service.asSeed(({ manager }) =>
      manager.query(
        `INSERT INTO rights_review (id, account_id, verdict, roles, team_ids, reviewed_by) VALUES ($1, $2, 'confirmed', '{}', '{}', $2)`,
        [randomUUID(), administrator.id],
      ),
    );
    await expect(raw).rejects.toThrow('four_eyes');
  });

  it('confirms what the reviewer saw, not what has become of it', async () => {
    const mine = await old('West');
    expect(await settle(supervisor.client, mine, 'confirmed', { roles: ['auditor'] })).toBe(422);
    expect(await settle(supervisor.client, mine, 'confirmed', { teamIds: [] })).toBe(422);
  });

  it('withdraws: a supervisor from her teams, an administrator closes the account', async () => {
    const [one, two] = [await old('West'), await old('West')];
    expect(await settle(supervisor.client, one, 'withdrawn')).toBe(204);
    const after = await administrator.client.get<AccountDetailDto>(`/accounts/${one}`);
    expect(after.body).toMatchObject({ teams: [], state: 'open' });
    expect(await settle(administrator.client, two, 'withdrawn')).toBe(204);
    expect((await administrator.client.get<AccountDetailDto>(`/accounts/${two}`)).body.state).toBe(
      'disabled',
    );
  });

  it('withdraws only for whoever has just shown who they are, and voids what waits for that account', async () => {
    const [mine, other] = [await old('West'), await old('West')];
    const stale = async (role: 'administrator' | 'supervisor') => {
      const someone = await service.signIn({ roles: [role], teams: ['West'] });
      await service.changeBound(
        `UPDATE session SET strengthened_at = now() - interval '16 minutes' WHERE account_id = $1`,
        [someone.id],
      );
      return someone.client;
    };
    for (const role of ['administrator', 'supervisor'] as const)
      expect(await settle(await stale(role), mine, 'withdrawn')).toBe(403);
    expect(await settle(await stale('supervisor'), mine, 'confirmed')).toBe(204);
    const ask = { roles: ['caseworker', 'auditor'], was: ['caseworker'], reason: 'x' };
    expect((await administrator.client.put(`/accounts/${other}/roles`, ask)).status).toBe(200);
    expect(await settle(administrator.client, other, 'withdrawn')).toBe(204);
    const states = await service.query<{ state: string }>(
      'SELECT state FROM account_change WHERE account_id = $1',
      [other],
    );
    expect(states).toEqual([{ state: 'void' }]);
  });

  it('is history: no review is changed or taken away', async () => {
    await settle(supervisor.client, await old('West'), 'confirmed');
    for (const statement of [`UPDATE rights_review SET verdict = 'withdrawn'`, 'DELETE FROM rights_review'])
      await expect(service.query(statement)).rejects.toThrow('append-only');
  });
});
