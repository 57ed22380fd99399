import pg from 'pg';
import { securityContext } from '../../platform/unit/actor';
import { insertBareCase } from '../../testing/cases/test-case';
import { onDatabase, testDatabase } from '../../testing/database/test-database';
import { NO_PROTOCOLS, TestService } from '../../testing/test-service';

/** The database alone: what the system that tries versions may do with cases. */
describe('system:dry-run', () => {
  let service: TestService;
  let client: pg.Client;
  let caseId: string;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS } });
    const { id } = await service.hire({ roles: ['supervisor'], teams: ['North'] });
    ({ id: caseId } = await insertBareCase(service, { team: 'North', leadId: id, assignedId: id }));
    await service.asSeed(({ manager, now }) =>
      manager
        .query(
          `WITH run AS (SELECT id, case_file_id, team_id FROM run WHERE case_file_id = $1),
              dry AS (INSERT INTO protocol_dry_run (id, protocol, to_version, hash, document, asked_by, asked_at, counts)
                      VALUES (gen_random_uuid(), 'made-up', '2.0.0', 'h', '{}', $2, $3, '{}') RETURNING id)
         INSERT INTO dry_run_trial (dry_run_id, run_id, case_file_id, team_id, trial)
         SELECT dry.id, run.id, run.case_file_id, run.team_id, '{}' FROM run, dry`,
          [caseId, id, new Date(Date.now())],
        )
        .then(() => now),
    );
    client = new pg.Client({ connectionString: onDatabase(testDatabase().urls.app, service.databaseOf()) });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await service.stop();
  });

  const as = async (actor: Parameters<typeof securityContext>[0], sql: string): Promise<number | null> => {
    await client.query('BEGIN');
    try {
      await client.query(`SELECT set_config('app.ctx', $1, true)`, [securityContext(actor, Date.now())]);
      return (await client.query(sql, [caseId])).rowCount;
    } finally {
      await client.query('ROLLBACK');
    }
  };
  const DRY_RUN = { kind: 'system', id: 'system:dry-run' } as const;

  it.each([
    'case_file WHERE id',
    'journal_entry WHERE case_file_id',
    'run WHERE case_file_id',
    'dry_run_trial WHERE case_file_id',
  ])('reads %s', async (where) => expect(await as(DRY_RUN, `SELECT 1 FROM ${where} = $1`)).toBe(1));

  it.each(['case_fact', 'step_state', 'deadline', 'child_identity', 'alert'])(
    'sees nothing of %s',
    async (table) => {
      expect(await as(DRY_RUN, `SELECT 1 FROM ${table} WHERE case_file_id = $1`)).toBe(0);
    },
  );

  it.each([
    `UPDATE case_file SET seq = seq WHERE id = $1`,
    `UPDATE run SET version = '2.0.0' WHERE case_file_id = $1`,
    `DELETE FROM run WHERE case_file_id = $1`,
  ])('changes no case: %s', async (sql) => expect(await as(DRY_RUN, sql)).toBe(0));

  it('trials are seen as their cases are, and by no other system', async () => {
    const teamId =
      (await service.query<{ id: string }>(`SELECT id FROM team WHERE name = 'North'`))[0]?.id ?? '';
    const reader = (role: 'supervisor' | 'protocol-editor', teams: readonly string[]) =>
      ({
        kind: 'account',
        id: '11111111-1111-4111-8111-111111111111',
        name: '',
        language: 'fr',
        roles: [role],
        teams: teams.map((id) => ({ id, name: '', territory: '93' })),
        effectiveScope: {
          dutyTeamIds: [],
          standsInFor: [],
          supervisedTeamIds: [],
          barredIds: [],
          rescuedIds: [],
        },
      }) as const;
    const trials = `SELECT 1 FROM dry_run_trial WHERE case_file_id = $1`;
    expect(await as(reader('supervisor', [teamId]), trials)).toBe(1);
    expect(await as(reader('supervisor', []), trials)).toBe(0);
    expect(await as(reader('protocol-editor', [teamId]), trials)).toBe(0);
    expect(await as({ kind: 'system', id: 'system:explore' }, trials)).toBe(0);
    await expect(client.query(trials, [caseId])).rejects.toMatchObject({ code: 'RP003' });
  });
});
