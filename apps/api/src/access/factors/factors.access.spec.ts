import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { TestAuthenticator } from '../../testing/accounts/test-authenticator';
import { onDatabase, testDatabase } from '../../testing/database/test-database';
import { codeOf, signInWithTotp } from '../../testing/accounts/test-factors';
import { NO_PROTOCOLS, TEST_PASSWORD, TestService } from '../../testing/test-service';
import type { PasskeyOptionsDto } from './second-step/proofs.dto';
import type { FactorsDto } from './factors.dto';
import type { ProblemDto } from '../../platform/answers/openapi';

const ORIGIN = 'https://repere.example';

describe('one’s own factors', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS, publicUrl: ORIGIN } });
  });
  afterAll(() => service.stop());

  async function withPasskey() {
    const someone = await service.signIn({ roles: ['administrator'] });
    const { body } = await someone.client.get<PasskeyOptionsDto>('/factors/passkeys/new');
    const passkey = new TestAuthenticator(ORIGIN).makePasskey(body);
    await someone.client.post('/factors/passkeys', { name: 'Clé', passkey });
    const { passkeys } = (await someone.client.get<FactorsDto>('/factors')).body;
    return { ...someone, passkeyId: passkeys[0]?.id ?? '' };
  }
  const later = (id: string): Promise<unknown> =>
    service.changeBound(
      `UPDATE session SET strengthened_at = strengthened_at - interval '16 minutes' WHERE account_id = $1`,
      [id],
    );

  it('are nobody else’s to see, rename or remove, an administrator’s neither', async () => {
    const [mine, theirs] = [await withPasskey(), await withPasskey()];
    for (const id of [mine.passkeyId, randomUUID(), 'no-id']) {
      const renamed = await theirs.client.put<ProblemDto>(`/factors/passkeys/${id}`, { name: 'x' });
      const removed = await theirs.client.delete<ProblemDto>(`/factors/passkeys/${id}`);
      for (const { status, body } of [renamed, removed])
        expect({ status, code: body.code }).toEqual({ status: 404, code: 'not-found' });
    }
    expect((await mine.client.get<FactorsDto>('/factors')).body.passkeys).toMatchObject([{ name: 'Clé' }]);
    expect((await theirs.client.get<FactorsDto>('/factors')).body.passkeys.map(({ id }) => id)).toEqual([
      theirs.passkeyId,
    ]);
  });

  it('are closed to who is not signed in', async () => {
    const client = service.client();
    expect((await client.get('/factors')).status).toBe(401);
    expect((await client.post('/factors/totp')).status).toBe(401);
    expect((await client.post('/factors/totp/confirm', { code: '000000' })).status).toBe(401);
    expect((await client.delete('/factors/totp')).status).toBe(401);
    expect((await client.put('/factors/recovery-codes')).status).toBe(401);
    expect((await client.get('/factors/passkeys/new')).status).toBe(401);
    expect((await client.get('/session/step-up')).status).toBe(401);
  });

  it('change only for who has shown a moment ago that it is them', async () => {
    const { client, id, passkeyId } = await withPasskey();
    await later(id);
    const answers = [
      await client.post<ProblemDto>('/factors/totp'),
      await client.post<ProblemDto>('/factors/totp/confirm', { code: '000000' }),
      await client.delete<ProblemDto>('/factors/totp'),
      await client.put<ProblemDto>('/factors/recovery-codes'),
      await client.get<ProblemDto>('/factors/passkeys/new'),
      await client.delete<ProblemDto>(`/factors/passkeys/${passkeyId}`),
    ];
    for (const { status, body } of answers)
      expect({ status, code: body.code }).toEqual({ status: 403, code: 'step-up-required' });
  });

  it('go one by one where none is required; with the last one go its recovery codes', async () => {
    const { client } = await signInWithTotp(service, { roles: ['caseworker'] });
    expect((await client.delete('/factors/totp')).status).toBe(204);
    expect((await client.get<FactorsDto>('/factors')).body).toMatchObject({ totp: null, recovery: null });
    expect((await client.delete('/factors/totp')).status).toBe(404);
    const codes = await client.put<ProblemDto>('/factors/recovery-codes');
    expect(codes.body.reasons?.map(({ code }) => code)).toEqual(['no-factor']);
  });

  it('count from their first code on, which has to be right', async () => {
    const { client } = await service.signIn({ roles: ['caseworker'] });
    const { body } = await client.post<{ secret: string; uri: string }>('/factors/totp');
    expect(body.uri).toContain(body.secret);
    expect((await client.post<ProblemDto>('/factors/totp/confirm', { code: '000000' })).body.code).toBe(
      'second-step-failed',
    );
    expect((await client.get<FactorsDto>('/factors')).body.totp).toBeNull();
    expect((await client.post('/factors/totp/confirm', { code: codeOf(body.secret) })).status).toBe(200);
    expect((await client.get<FactorsDto>('/factors')).body.totp).not.toBeNull();
    expect((await client.post('/factors/totp/confirm', { code: codeOf(body.secret) })).status).toBe(403);
  });

  it('are nobody else’s in the database either', async () => {
    const mine = await signInWithTotp(service, { roles: ['caseworker'] });
    const other = await service.hire({ roles: ['administrator'] });
    const client = new pg.Client({
      connectionString: onDatabase(testDatabase().urls.app, service.databaseOf()),
    });
    await client.connect();
    const seenBy = async (id: string): Promise<number[]> => {
      await client.query('BEGIN');
      await client.query(`SELECT set_config('app.ctx', $1, true)`, [JSON.stringify({ account: id })]);
      const counts = [];
      for (const table of ['totp_factor', 'recovery_code', 'passkey']) {
        const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
        counts.push(rows[0]?.n ?? -1);
      }
      await client.query('ROLLBACK');
      return counts;
    };
    expect(await seenBy(mine.id)).toEqual([1, 10, 0]);
    expect(await seenBy(other.id)).toEqual([0, 0, 0]);
    await client.end();
  });

  it('are taken away by an administrator from who has lost them, with a reason, and their sessions end', async () => {
    const owner = await signInWithTotp(service, { roles: ['caseworker'] });
    const { client } = await service.signIn({ roles: ['administrator'] });
    const path = `/accounts/${owner.id}/reset-factors`;
    expect((await client.post(path, {})).status).toBe(400);
    expect((await client.post(path, { reason: 'Téléphone perdu' })).status).toBe(200);
    expect((await owner.client.get('/session')).status).toBe(401);
    const again = await service.client().post('/session', { login: owner.login, password: TEST_PASSWORD });
    // The password alone, until a new factor is there.
    expect(again.status).toBe(200);
    expect((await client.post(`/accounts/${randomUUID()}/reset-factors`, { reason: 'x y' })).status).toBe(
      404,
    );
  });

  it('are nobody else’s to take away, an administrator’s own neither, nor without having shown who it is', async () => {
    const owner = await signInWithTotp(service, { roles: ['caseworker'] });
    const reason = { reason: 'Téléphone perdu' };
    for (const role of ['supervisor', 'auditor', 'caseworker'] as const) {
      const { client } = await service.signIn({ roles: [role], teams: ['North'] });
      expect((await client.post(`/accounts/${owner.id}/reset-factors`, reason)).status).toBe(403);
    }
    const { client, id } = await service.signIn({ roles: ['administrator'] });
    expect((await client.post<ProblemDto>(`/accounts/${id}/reset-factors`, reason)).body.code).toBe(
      'not-allowed',
    );
    await later(id);
    const late = await client.post<ProblemDto>(`/accounts/${owner.id}/reset-factors`, reason);
    expect(late.body.code).toBe('step-up-required');
    expect((await owner.client.get<FactorsDto>('/factors')).body.totp).not.toBeNull();
  });

  it('are recorded: begun, added, renewed, removed', async () => {
    const [before] = await service.query<{ seq: string }>('SELECT max(seq) AS seq FROM ledger_event');
    const { client } = await signInWithTotp(service, { roles: ['caseworker'] });
    await client.put('/factors/recovery-codes');
    await client.delete('/factors/totp');
    const events = await service.query<{ entry: string }>(
      'SELECT entry FROM ledger_event WHERE seq > $1 ORDER BY seq',
      [before?.seq],
    );
    const told = events.map(({ entry }) => {
      const { type, outcome } = JSON.parse(entry) as { type: string; outcome: string };
      return `${type} ${outcome}`;
    });
    // Beside each act an event tells how its rows stand since.
    expect(told.filter((it) => it !== 'rows.changed done').slice(-4)).toEqual([
      'factor.begin done',
      'factor.add done',
      'recovery-codes.renew done',
      'factor.remove done',
    ]);
  });
});
