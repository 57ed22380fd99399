import pg from 'pg';
import { insertBareCase } from '../../testing/cases/test-case';
import { onDatabase, testDatabase } from '../../testing/database/test-database';
import { NO_PROTOCOLS, TestService } from '../../testing/test-service';
import { securityContext } from '../unit/actor';

/** Raw SQL with the application's own role: it can't write silently, nor rewrite what was written. */
describe('the record', () => {
  /** Written once by the recorder's own role, read by the application. */
  const WRITTEN_BY_RECORDER = [
    ...['ledger_leaf', 'ledger_tile', 'ledger_branch', 'ledger_checkpoint', 'ledger_epoch', 'ledger_key'],
    ...['ledger_term', 'ledger_unreadable'],
  ];
  let service: TestService;
  let client: pg.Client;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS } });
    await service.hire({ roles: ['caseworker'], teams: ['North'] });
    await insertBareCase(service, { team: 'North' });
    client = new pg.Client({ connectionString: onDatabase(testDatabase().urls.app, service.databaseOf()) });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await service.stop();
  });

  async function transaction(...statements: readonly string[]): Promise<string> {
    try {
      await client.query('BEGIN');
      await client.query(`SELECT set_config('app.ctx', $1, true)`, [
        securityContext({ kind: 'system', id: 'system:recompute' }, Date.now()),
      ]);
      for (const statement of statements) await client.query(statement);
      await client.query('COMMIT');
      return 'committed';
    } catch (error) {
      await client.query('ROLLBACK');
      return error instanceof Error && 'code' in error ? String(error.code) : String(error);
    }
  }
  const EVENT = `WITH event AS (INSERT INTO ledger_event (entry) VALUES ('{}') RETURNING seq)
    INSERT INTO ledger_queue SELECT seq FROM event`;

  it.each([
    `UPDATE case_file SET seq = seq + 1`,
    `UPDATE account SET name = 'Mallory'`,
    `INSERT INTO team (name, territory) VALUES ('Ghosts', '93')`,
    `DELETE FROM team_member`,
    `DELETE FROM step_state`,
    `INSERT INTO child_identity SELECT 'name', 'x', c.id, g.generation, c.team_id FROM case_file c, index_generation g`,
    `UPDATE data_key SET wrapped = NULL, destroyed_at = now()`,
    `DELETE FROM deadline`,
  ])('refuses at COMMIT without an event: %s', async (statement) => {
    expect(await transaction(statement)).toBe('RP001');
  });

  it('lets the same change pass with one', async () => {
    expect(await transaction(EVENT, `UPDATE case_file SET seq = seq + 1`)).toBe('committed');
    expect(await transaction(`UPDATE case_file SET seq = seq + 1`, EVENT)).toBe('committed');
    expect(await transaction(`UPDATE case_file SET seq = seq + 1`)).toBe('RP001');
  });

  it('refuses a change whose event nobody would sequence', async () => {
    const unqueued = `INSERT INTO ledger_event (entry) VALUES ('{}')`;
    expect(await transaction(unqueued, `UPDATE case_file SET seq = seq + 1`)).toBe('RP001');
  });

  it('does not let the writer choose the transaction of an event', async () => {
    expect(await transaction(`INSERT INTO ledger_event (xid, entry) VALUES ('1', '{}')`)).toBe('42501');
  });

  const frozen = [
    'journal_entry',
    'ledger_event',
    'ledger_queue',
    'ledger_payload',
    'ledger_shown',
    'alias',
    'protocol_version',
    ...WRITTEN_BY_RECORDER,
  ];
  it.each(frozen)('has %s append-only for the application', async (table) => {
    const [column] = await service.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 ORDER BY ordinal_position DESC LIMIT 1`,
      [table],
    );
    expect(await transaction(`UPDATE ${table} SET ${column?.name} = ${column?.name}`)).toBe('42501');
    expect(await transaction(`DELETE FROM ${table}`)).toBe('42501');
    expect(await transaction(`TRUNCATE ${table} CASCADE`)).toBe('42501');
  });

  it.each(WRITTEN_BY_RECORDER)('lets the application add nothing to %s', async (table) => {
    expect(await transaction(`INSERT INTO ${table} SELECT * FROM ${table}`)).toBe('42501');
  });

  it.each([
    'journal_entry',
    'ledger_event',
    'ledger_payload',
    'ledger_shown',
    'protocol_version',
    ...WRITTEN_BY_RECORDER,
  ])('has %s append-only even for the owner, unless the trigger is taken away', async (table) => {
    await expect(service.query(`DELETE FROM ${table}`)).rejects.toMatchObject({ code: 'RP002' });
  });

  it('gives the application no way around: no ownership, no bypass, no trigger switched off', async () => {
    const [rights] = await service.query(
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
              (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned
         FROM pg_roles r WHERE rolname = 'repere_app'`,
    );
    expect(rights).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owned: 0,
    });
    expect(await transaction(`SET session_replication_role = replica`)).toBe('42501');
    expect(await transaction(`ALTER TABLE case_file DISABLE TRIGGER recorded`)).toBe('42501');
    expect(await transaction(`CREATE TABLE mine (x int)`)).toBe('42501');
    expect(await transaction(`SET ROLE repere_owner`)).toBe('42501');
  });

  it('watches every table that is not listed as outside', async () => {
    const outside = [
      'account_entered',
      'alias',
      'audit_bundle_file',
      'captured_change',
      'draft',
      'erased_event',
      'idempotency_key',
      'job',
      'ledger_branch',
      'ledger_checkpoint',
      'ledger_epoch',
      'ledger_event',
      'ledger_key',
      'ledger_leaf',
      'ledger_payload',
      'ledger_queue',
      'ledger_shown',
      'ledger_term',
      'ledger_tile',
      'ledger_unreadable',
      'migration',
      'minutes_draft',
      'outbox',
      'pending_sign_in',
      'provider_flow',
      'provider_logout',
      'provider_session',
      'rate_limit_hit',
      'retired_mac',
      'scope_mark',
      'session',
    ];
    const rows = await service.query<{ name: string; watched: boolean }>(
      `SELECT c.relname AS name, EXISTS (SELECT 1 FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'recorded') AS watched
         FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1`,
    );
    expect(rows.filter(({ watched }) => !watched).map(({ name }) => name)).toEqual(outside);
    expect(rows.length - outside.length).toBeGreaterThan(50);
  });

  it('refuses an approval by whoever entered the act', async () => {
    const author = '22222222-2222-4222-8222-222222222222';
    const { id, entryId } = await insertBareCase(service, { team: 'North', enteredBy: author });
    const approve = (by: string, enteredBy: string): Promise<unknown> =>
      service.asSeed(async (unit) => {
        const { seq } = await unit.recordEvent({
          type: 'journal.entry-approved',
          commitment: 'cd'.repeat(32),
        });
        await unit.manager.query(
          `INSERT INTO journal_entry (case_file_id, seq, id, kind, occurred_from, occurred_to, occurred_precision, recorded_at,
                                      entered_by, target_id, target_entered_by, key_id, payload, commitment, ledger_seq)
           SELECT id, 2, gen_random_uuid(), 'entry-approved', now(), now(), 'minute', now(), $2, $3, $4, data_key_id, 'x', 'x', $5
             FROM case_file WHERE id = $1`,
          [id, by, entryId, enteredBy, seq],
        );
      });
    await expect(approve(author, author)).rejects.toMatchObject({ constraint: 'four_eyes' });
    // Nor by saying that somebody else had entered it.
    await expect(approve(author, 'somebody')).rejects.toMatchObject({ code: '23503' });
  });
});
