import { type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import pg from 'pg';
import { outcomes, verified } from '../../audit/bundle/testing/bundle-client';
import { CaseClient, inventedName } from '../../cases/testing/case-client';
import { TestRecord } from '../../ledger/testing/test-record';
import { serveApart } from '../../testing/database/serve-apart';
import { TestClient } from '../../testing/accounts/test-client';
import { TEST_PASSWORD, type SignedInClient, TestService } from '../../testing/test-service';
import { until } from '../../testing/until';
import { closedCase } from '../testing/closed-case';
import { findColumnsWith } from '../testing/columns-with-text';
import { codesOf, PrivacyClient } from '../testing/privacy-client';
import type { CaseFileDto } from '../../cases/page/case-file.dto';
import type { ErasureDto } from './erasures.dto';

const KILLED = 'killed';
const GATE = 42;

/** A whole service that is killed in the middle of an erasure: afterwards all of the case is there, or none of it. */
describe('an erasure that is broken off', () => {
  let service: TestService;
  let worker: SignedInClient;
  let first: SignedInClient;
  let second: SignedInClient;
  let proposer: PrivacyClient;
  let approver: PrivacyClient;
  const running: ChildProcess[] = [];
  beforeAll(async () => {
    service = await TestService.start({
      keepsRecord: true,
    });
    worker = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    first = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    second = await service.signIn({ roles: ['supervisor'], teams: ['North'] });
    proposer = new PrivacyClient(first.client);
    approver = new PrivacyClient(second.client);
    // Waits at COMMIT, after every statement, for as long as somebody holds the gate.
    await service.query(`
      CREATE FUNCTION wait_at_gate() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_advisory_xact_lock_shared(${String(GATE)}); RETURN NULL; END $$;
      CREATE CONSTRAINT TRIGGER zz_gate AFTER UPDATE ON erasure DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION wait_at_gate()`);
  });
  // What is for good needs a session that was opened just now.
  beforeEach(() => service.signInAgain(second));
  afterEach(() => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
  });
  afterAll(() => service.stop());

  interface Doomed {
    readonly file: CaseFileDto;
    readonly proposal: ErasureDto;
    readonly places: readonly string[];
    /** Of the request that was broken off, to repeat it. */
    readonly key: string;
  }

  const doomed = async (): Promise<Doomed> => {
    const file = await closedCase(
      worker.client,
      first.client,
      { child: { familyName: inventedName() } },
      (it, cases) => cases.sendAct(it.id, 'notes', { note: 'Ce qui ne doit pas rester à moitié' }),
    );
    const proposal = await proposer.proposed(file.id);
    return { file, proposal, places: await findColumnsWith(service, file.id), key: randomUUID() };
  };
  const approveBy = (client: TestClient, { proposal, key }: Doomed) =>
    client.post<ErasureDto>(
      `/erasures/${proposal.id}/approve`,
      { hash: proposal.hash },
      { 'Idempotency-Key': key },
    );
  const keyIsThere = async ({ proposal }: Doomed): Promise<boolean> => {
    const [row] = await service.query<{ there: boolean }>(
      `SELECT wrapped IS NOT NULL AS there FROM data_key WHERE id = (SELECT case_key_id FROM erasure WHERE id = $1)`,
      [proposal.id],
    );
    return row?.there === true;
  };
  const check = async () => {
    const record = await TestRecord.openRecord(service);
    // The service's own signer may have been here first.
    await record.sequence();
    await record.sign();
    return (await record.check()).findings;
  };
  /** Readable, with its key and every row, its proposal still waiting. */
  const expectWhole = async (it: Doomed): Promise<void> => {
    expect(await keyIsThere(it)).toBe(true);
    expect(await findColumnsWith(service, it.file.id)).toEqual(it.places);
    const read = await new CaseClient(worker.client).readCase(it.file.id);
    expect([read.reference, read.state.seq]).toEqual([it.file.reference, it.file.state.seq]);
    expect((await proposer.ofCase(it.file.id)).erasure).toMatchObject({ state: 'proposed' });
    expect(await check()).toEqual([]);
  };
  /** No row, no key, and a certificate that anybody can check. */
  const expectErased = async (it: Doomed): Promise<void> => {
    expect(await keyIsThere(it)).toBe(false);
    expect(await findColumnsWith(service, it.file.id)).toEqual([]);
    expect((await first.client.get(`/case-files/${it.file.id}`)).status).toBe(404);
    expect(await check()).toEqual([]);
    const { status, content } = await first.client.download(`/erasures/${it.proposal.id}/certificate`);
    expect(status).toBe(200);
    const report = verified(content);
    expect([report.verdict, outcomes(report)]).toMatchObject(['sound', { signature: 'ok', inclusion: 'ok' }]);
  };

  describe('by kill −9 of the process', () => {
    /** The real program on the same databases with the same keys. */
    async function started(): Promise<{ readonly child: ChildProcess; readonly approver: TestClient }> {
      const { child, origin } = await serveApart(service, {
        REPERE_DATABASE_URL: `${service.configuration.databaseUrl}?application_name=${KILLED}`,
      });
      running.push(child);
      const client = new TestClient(origin, null);
      const { status } = await client.post('/session', { login: second.login, password: TEST_PASSWORD });
      expect(status).toBe(200);
      return { child, approver: client };
    }

    /** Kills the program while it waits for what this statement holds; the database then goes on, and finds nobody there. */
    async function killedWaitingFor(held: string, it: Doomed): Promise<void> {
      const { child, approver: doing } = await started();
      await service.asSuperuser(async (client) => {
        await client.query('BEGIN');
        await client.query(held);
        const answer = approveBy(doing, it).then(
          () => 'answered',
          () => 'nobody answered',
        );
        await until(async () => (await statements(`wait_event_type = 'Lock'`)) === 1);
        child.kill('SIGKILL');
        await once(child, 'exit');
        expect(await answer).toBe('nobody answered');
        await client.query('ROLLBACK');
      });
      await until(async () => (await statements('true')) === 0);
    }

    const statements = async (which: string): Promise<number> =>
      (
        await service.query(
          `SELECT pid FROM pg_stat_activity WHERE application_name = '${KILLED}' AND datname = current_database() AND ${which}`,
        )
      ).length;

    it.each([
      ['before anything is gone', 'erased_event'],
      ['as the key goes', 'data_key'],
      ['with the key gone and the event not written', 'ledger_event'],
      ['with some rows gone', 'child_identity'],
      ['with the last row left', 'case_file'],
    ])('%s: the case is whole, and a repeat erases it', async (_when, table) => {
      const it = await doomed();
      await killedWaitingFor(`LOCK TABLE ${table} IN SHARE MODE`, it);
      await expectWhole(it);
      const again = await approveBy(second.client, it);
      expect([again.status, again.body]).toMatchObject([200, { state: 'done', caseFileId: null }]);
      await expectErased(it);
    });

    it('as it commits: the case is erased, with its certificate, and a repeat says so', async () => {
      const it = await doomed();
      await killedWaitingFor(`SELECT pg_advisory_xact_lock(${String(GATE)})`, it);
      await expectErased(it);
      const again = await approveBy(second.client, it);
      expect([again.status, again.body]).toMatchObject([200, { state: 'done', caseFileId: null }]);
      const other = await approver.approveErasure(it.proposal);
      expect([other.status, codesOf(other.body)]).toEqual([422, ['settled']]);
    });
  });

  it('by the loss of its connection behind each of its statements, has done nothing; then it does it all', async () => {
    let last = 0;
    // Now and then the n-th statement is of what the service does by itself meanwhile, and the erasure goes through: then another is broken.
    for (let attempt = 0; attempt < 3 && last <= 10; attempt++) {
      // Who asks is looked up once a session, in a transaction of its own: before the statements that are counted.
      await until(async () => (await second.client.get('/session')).status === 200);
      const it = await doomed();
      for (let step = 1; ; step++) {
        const { answer, statements } = await breakBehind(step, () => approveBy(second.client, it));
        if (answer.status === 200) break;
        last = statements;
        expect([step, answer.status >= 500, await keyIsThere(it)]).toEqual([step, true, true]);
      }
      await expectErased(it);
    }
    expect(last).toBeGreaterThan(10);
  });

  it('by the loss of its connection, leaves a case that is whole', async () => {
    const it = await doomed();
    const { answer } = await breakBehind('forget_case', () => approveBy(second.client, it));
    expect(answer.status).toBeGreaterThanOrEqual(500);
    await expectWhole(it);
  });

  /** Does it while the application’s connection breaks right behind this statement: the n-th, or the first that says so. */
  async function breakBehind<T>(
    which: number | string,
    work: () => Promise<T>,
  ): Promise<{ readonly answer: T; readonly statements: number }> {
    const real = pg.Client.prototype.query as (...args: unknown[]) => unknown;
    let statements = 0;
    const breaking = jest.spyOn(pg.Client.prototype, 'query').mockImplementation(async function (
      this: pg.Client & { readonly processID: number },
      ...args: unknown[]
    ) {
      const found = await real.apply(this, args);
      if (this.user !== 'repere_app' || !(this.database ?? '').endsWith(service.databaseOf())) return found;
      statements++;
      const { text } = args[0] as { readonly text?: string };
      const isIt = typeof which === 'number' ? statements === which : text?.includes(which) === true;
      if (isIt) await service.query(`SELECT pg_terminate_backend($1)`, [this.processID]);
      return found;
    } as never);
    try {
      return { answer: await work(), statements };
    } finally {
      breaking.mockRestore();
    }
  }
});
