import { setTimeout as sleep } from 'node:timers/promises';
import { type SignedInClient, TestService } from '../../testing/test-service';
import { CaseClient } from '../../cases/testing/case-client';
import type { ProblemDto } from '../answers/openapi';
import { classifyFault } from './classify-fault';

const SHORT = { statement: 400, lock: 200, idle: 60_000 };

describe('a request that PostgreSQL gave up', () => {
  let service: TestService;
  let worker: SignedInClient;
  let id: string;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { timeouts: SHORT } });
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    ({ id } = await new CaseClient(worker.client).opened());
  });
  afterAll(() => service.stop());

  const note = () =>
    new CaseClient(worker.client).sendAct<ProblemDto>(id, 'notes', { note: 'Elle a mangé.' });

  it('since another held the case says when to come back, and has written nothing; then it is done', async () => {
    const { seq } = (await new CaseClient(worker.client).readCase(id)).state;
    await service.asSuperuser(async (client) => {
      await client.query('BEGIN');
      await client.query('SELECT FROM case_file WHERE id = $1 FOR UPDATE', [id]);
      const { status, body, headers } = await note();
      expect([status, body.code, headers.get('Retry-After')]).toEqual([503, 'unavailable', '2']);
      await client.query('ROLLBACK');
    });
    expect((await new CaseClient(worker.client).readCase(id)).state.seq).toBe(seq);
    expect((await note()).status).toBe(200);
  });

  it('since a statement took too long says so as well', async () => {
    await service.query(
      `CREATE POLICY slow ON journal_entry AS RESTRICTIVE FOR SELECT USING ((SELECT pg_sleep(1)) IS NOT NULL)`,
    );
    const { status, body, headers } = await worker.client.get<ProblemDto>(`/case-files/${id}`);
    await service.query(`DROP POLICY slow ON journal_entry`);
    expect([status, body.code, headers.get('Retry-After')]).toEqual([503, 'unavailable', '2']);
    expect((await worker.client.get(`/case-files/${id}`)).status).toBe(200);
  });

  it('since nothing was asked in its transaction for too long says so as well, and the service goes on', async () => {
    const lost = service.asSeed(async ({ manager }) => {
      await manager.query('SET LOCAL idle_in_transaction_session_timeout = 100');
      await sleep(600);
      await manager.query('SELECT 1');
    });
    expect(await lost.catch(classifyFault)).toEqual({ code: 'unavailable', details: { retryAfter: 2 } });
    expect((await worker.client.get(`/case-files/${id}`)).status).toBe(200);
  });

  it('since every connection was taken says so as well: who waits for one is not left waiting', async () => {
    const { promise: freed, resolve: free } = Promise.withResolvers<undefined>();
    const taking = Array.from({ length: 20 }, () =>
      service.asSeed(async ({ manager }) => {
        await manager.query('SELECT 1');
        await freed;
      }),
    );
    const waiting = await Promise.all(
      Array.from({ length: 3 }, () => worker.client.get<ProblemDto>(`/case-files/${id}`)),
    );
    free(undefined);
    await Promise.all(taking);
    for (const { status, body, headers } of waiting)
      expect([status, body.code, headers.get('Retry-After')]).toEqual([503, 'unavailable', '5']);
    expect((await worker.client.get(`/case-files/${id}`)).status).toBe(200);
  }, 30_000);
});
