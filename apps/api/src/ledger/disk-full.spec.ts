import { CaseClient } from '../cases/testing/case-client';
import { makeTestSigner } from '../testing/make-test-signer';
import { MOVING_PROTOCOLS, TestService } from '../testing/test-service';
import { TestRecord } from './testing/test-record';

/**
 * PostgreSQL says 53100 (disk_full) when it can't extend a table. It is said here by a trigger at the same moment, on the tables of the
 * record and on the journal: what the application sees is the same error, at the same statement; a disk that is really full is
 * not made.
 */
describe('when the disk is full', () => {
  let service: TestService;
  let record: TestRecord;
  let worker: CaseClient;
  let id: string;
  beforeAll(async () => {
    service = await TestService.start({
      configuration: { protocolsDir: MOVING_PROTOCOLS, signer: await makeTestSigner() },
    });
    record = await TestRecord.openRecord(service);
    worker = new CaseClient((await service.signIn({ roles: ['caseworker'], teams: ['North'] })).client);
    ({ id } = await worker.opened());
    await service.query(`
      CREATE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$`);
  });
  afterAll(() => service.stop());

  async function whileFull(table: string, work: () => Promise<void>): Promise<void> {
    await service.query(
      `CREATE TRIGGER full_disk BEFORE INSERT ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION disk_full()`,
    );
    await work().finally(() => service.query(`DROP TRIGGER full_disk ON ${table}`));
  }
  const counts = (): Promise<unknown[]> =>
    service.query(
      `SELECT (SELECT count(*) FROM ledger_event) AS events, (SELECT count(*) FROM journal_entry) AS entries,
              (SELECT sum(seq) FROM case_file) AS seqs, (SELECT count(*) FROM ledger_leaf) AS leaves`,
    );

  it.each(['ledger_event', 'ledger_queue', 'ledger_payload'])(
    'nothing is shown and nothing changed without its event (%s): 503',
    async (table) => {
      const before = await counts();
      await whileFull(table, async () => {
        expect((await worker.http.get(`/case-files/${id}`)).status).toBe(503);
        expect((await worker.http.get('/worklist')).status).toBe(503);
      });
      expect(await counts()).toEqual(before);
      expect((await worker.http.get(`/case-files/${id}`)).status).toBe(200);
    },
  );

  it('an act is whole or not done at all, and can be repeated', async () => {
    const journal = () =>
      service.query(`SELECT sum(seq) AS seq, (SELECT count(*) FROM journal_entry) FROM case_file`);
    const before = await journal();
    const assess = () =>
      worker.step(id, 'meeting', 'assess', 'complete', { values: { danger: 'grave' } }, { key: 'once-more' });
    await whileFull('journal_entry', async () => expect((await assess()).status).toBe(503));
    expect(await journal()).toEqual(before);
    expect((await assess()).status).toBe(200);
    expect(await journal()).not.toEqual(before);
  });

  it.each(['ledger_leaf', 'ledger_tile', 'ledger_checkpoint'])(
    'acknowledged events wait for their place (%s), and none is lost',
    async (table) => {
      await record.writeEvents(300);
      const before = await counts();
      await whileFull(table, async () => {
        if (table === 'ledger_checkpoint') await record.sequence();
        const attempt = table === 'ledger_checkpoint' ? record.sign() : record.sequence();
        await expect(attempt).rejects.toMatchObject({ code: '53100' });
      });
      if (table !== 'ledger_checkpoint') expect(await counts()).toEqual(before);
      await record.sequence();
      await record.sign();
      const { findings, waiting } = await record.check();
      expect({ findings, waiting }).toEqual({ findings: [], waiting: 0 });
    },
  );
});
