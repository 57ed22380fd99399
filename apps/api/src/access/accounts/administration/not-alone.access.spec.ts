import { randomUUID } from 'node:crypto';
import { NO_PROTOCOLS, type SignedInClient, TestService } from '../../../testing/test-service';
import type { AccountDetailDto } from './accounts.dto';

interface Problem {
  readonly reasons?: readonly { readonly code: string }[];
}

describe('what one administrator does not do alone', () => {
  let service: TestService;
  let first: SignedInClient;
  let second: SignedInClient;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { demo: true, protocolsDir: NO_PROTOCOLS } });
    first = await service.signIn({ roles: ['administrator'], name: 'Alix' });
    second = await service.signIn({ roles: ['administrator'], name: 'Anna' });
  });
  afterAll(() => service.stop());

  describe('the address of links', () => {
    const invited = async (): Promise<string> => {
      const { id } = await service.hire({ roles: ['caseworker'] });
      await service.asSeed(({ manager }) =>
        manager.query('UPDATE account SET password_hash = NULL WHERE id = $1', [id]),
      );
      return id;
    };
    const redirect = async (id: string): Promise<boolean> => {
      const ask = { email: 'mine@elsewhere.example', reason: 'x' };
      const { status, body } = await first.client.put<AccountDetailDto>(`/accounts/${id}/email`, ask);
      expect(status).toBe(200);
      return body.email === ask.email;
    };

    it('is one administrator’s to mend while nobody has entered', async () => {
      expect(await redirect(await invited())).toBe(true);
    });

    it('takes two for whoever came in by a provider', async () => {
      const id = await invited();
      await service.asSeed(({ manager }) =>
        manager.query(
          `INSERT INTO provider_link (account_id, provider, issuer, subject_token, linked_at, linked_by)
           VALUES ($1, 'p', 'https://p.example/', $2, now(), $3)`,
          [id, Buffer.from(id), first.id],
        ),
      );
      expect(await redirect(id)).toBe(false);
      expect(
        (await first.client.post<Problem>('/invitations', { accountId: id })).body.reasons?.[0]?.code,
      ).toBe('not-invited');
    });

    it('takes two for whoever ever had a session, though it is long over', async () => {
      const { id } = await service.signIn({ roles: ['caseworker'] });
      await service.asSeed(async ({ manager }) => {
        await manager.query('DELETE FROM session WHERE account_id = $1', [id]);
        await manager.query('UPDATE account SET password_hash = NULL WHERE id = $1', [id]);
      });
      expect(await redirect(id)).toBe(false);
    });
  });

  describe('an account that holds a role given by two', () => {
    const held = async (change: string) => {
      const { id } = await service.hire({ roles: ['supervisor'] });
      await service.asSeed(({ manager }) =>
        manager.query(`UPDATE account SET ${change} WHERE id = $1`, [id]),
      );
      return id;
    };
    const codeOf = ({ status, body }: { status: number; body: Problem }) =>
      status === 200 ? 'done' : body.reasons?.[0]?.code;

    it('is not opened again by one, until that role is gone', async () => {
      const id = await held('disabled_at = now()');
      const enable = async () =>
        codeOf(await first.client.post<Problem>(`/accounts/${id}/enable`, { reason: 'x' }));
      expect(await enable()).toBe('takes-two');
      await first.client.put(`/accounts/${id}/roles`, { roles: ['caseworker'], was: ['supervisor'] });
      expect(await enable()).toBe('done');
    });

    it('lasts no longer by one; less long it may', async () => {
      const id = await held(`ends_on = '2999-01-01'`);
      const until = async (endsOn: string | null) =>
        codeOf(await first.client.put<Problem>(`/accounts/${id}/dates`, { startsOn: null, endsOn }));
      expect(await until('2999-01-02')).toBe('takes-two');
      expect(await until(null)).toBe('takes-two');
      expect(await until('2998-12-31')).toBe('done');
    });

    it('joins no team by one', async () => {
      const id = await held(`name = name`);
      await service.hire({ roles: ['caseworker'], teams: ['Joined'] });
      const [team] = await service.query<{ id: string }>(`SELECT id FROM team WHERE name = 'Joined'`);
      const join = { teamIds: [team?.id], was: [] };
      expect(codeOf(await first.client.put<Problem>(`/accounts/${id}/teams`, join))).toBe('takes-two');
      const { id: other } = await service.hire({ roles: ['caseworker'] });
      expect(codeOf(await first.client.put<Problem>(`/accounts/${other}/teams`, join))).toBe('done');
    });
  });

  it('keeps who asked and who decided true in the database, whoever writes', async () => {
    const { id } = await service.hire({ roles: ['caseworker'] });
    const as = (account: string, work: string, parameters: unknown[]) =>
      service.asSeed(async ({ manager }) => {
        await manager.query(`SELECT set_config('app.ctx', $1, true)`, [
          JSON.stringify({ account, roles: ['administrator'], teams: [], reads: false, writes: false }),
        ]);
        await manager.query(work, parameters);
      });
    const ask = `INSERT INTO account_change (id, account_id, kind, before_roles, roles, words, requested_by, state, decided_by, decided_at)
                 VALUES ($1, $2, 'roles', '{caseworker}', '{supervisor}', 'x', $3, $4, $5, $6)`;
    const change = randomUUID();
    const agreed = ['approved', second.id, new Date()];
    await expect(as(first.id, ask, [change, id, first.id, ...agreed])).rejects.toThrow(
      'asked for by who acts',
    );
    await expect(as(first.id, ask, [change, id, second.id, 'waiting', null, null])).rejects.toThrow(
      'asked for by who acts',
    );
    await as(first.id, ask, [change, id, first.id, 'waiting', null, null]);
    const agree = `UPDATE account_change SET state = 'approved', decided_by = $2, decided_at = now() WHERE id = $1`;
    await expect(as(first.id, agree, [change, second.id])).rejects.toThrow('decided by who acts');
    await as(second.id, agree, [change, second.id]);
  });
});
