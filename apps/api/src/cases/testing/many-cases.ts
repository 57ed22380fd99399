import { Demo } from '../../demo/demo';
import { Spaces } from '../../platform/spaces/spaces';
import { SHIPPED_PROTOCOLS, TestService } from '../../testing/test-service';

/** A service with the cases of the demo. */
export async function serviceWithDemo(): Promise<TestService> {
  const service = await TestService.start({ configuration: { protocolsDir: SHIPPED_PROTOCOLS } });
  const space = await service.app.get(Spaces).findSpace(null);
  if (!space) throw new Error('no space');
  const demo = new Demo(service.app);
  const { accounts } = await service.asSeed(() => demo.staff.seed());
  await demo.cases.seed(space, accounts);
  return service;
}

/** The team of the demo with most cases. */
export async function biggestTeam(
  service: TestService,
): Promise<{ readonly id: string; readonly name: string }> {
  const [team] = await service.query<{ name: string; id: string }>(
    `SELECT t.name, t.id FROM team t JOIN case_file c ON c.team_id = t.id GROUP BY t.id ORDER BY count(*) DESC LIMIT 1`,
  );
  if (!team) throw new Error('no team');
  return team;
}

export interface Copies {
  /** Journal entries that there are at least, in the end. */
  readonly entries: number;
  /** Over how many teams; this one has every so-manieth case. */
  readonly teams: number;
  readonly own: string;
  /** Dates go back over so many days; 0: they stay, so that as much is late. */
  readonly days: number;
}

/**
 * Copies cases past all barriers until there are enough entries: files, runs and journals, unreadable; and what `projections` adds: SQL
 * over `made (model, i, id, team, ago)`, one row a copy, in which an id of what belongs to it is `md5(id::text || m.i)::uuid`.
 */
export async function multiplyCases(
  service: TestService,
  { entries, teams, own, days }: Copies,
  projections: string,
): Promise<void> {
  for (let i = 1; i < teams; i++) await service.hire({ roles: [], teams: [`Team ${String(i)}`] });
  await service.asSuperuser(async (client) => {
    await client.query(`SET session_replication_role = replica`);
    const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM journal_entry`);
    const copies = Math.ceil(entries / (rows[0]?.n ?? 1));
    await client.query(`
      CREATE TEMP TABLE teams AS SELECT '${own}'::uuid AS id, 0 AS n
        UNION SELECT id, substring(name FROM 6)::int FROM team WHERE name ~ '^Team \\d+$';
      CREATE TEMP TABLE made AS
        SELECT c.id AS model, i, md5(c.id::text || i)::uuid AS id, t.id AS team, i * interval '${String(days / copies)} days' AS ago
          FROM case_file c, generate_series(1, ${String(copies)}) i JOIN teams t ON t.n = i % ${String(teams)};
      CREATE INDEX ON made (model);
      ANALYZE made;
      INSERT INTO data_key (id, purpose, wrapped, kek_id, destroyed_at)
        VALUES ('00000000-0000-4000-8000-000000000001', 'case', NULL, 'none', now());
      INSERT INTO case_file (id, reference, team_id, lead_id, territory, opened_at, opened_by, seq, changed_at, next_due_at, data_key_id, child)
        SELECT m.id, 'V-' || m.i || c.reference, m.team, c.lead_id, c.territory, c.opened_at - m.ago, c.opened_by, c.seq,
               c.changed_at - m.ago, c.next_due_at - m.ago, '00000000-0000-4000-8000-000000000001', c.child
          FROM made m JOIN case_file c ON c.id = m.model;
      INSERT INTO run (id, case_file_id, team_id, protocol, version, hash, opened_at, ended, outcome)
        SELECT md5(r.id::text || m.i)::uuid, m.id, m.team, r.protocol, r.version, r.hash, r.opened_at - m.ago, r.ended, r.outcome
          FROM made m JOIN run r ON r.case_file_id = m.model;
      INSERT INTO journal_entry (case_file_id, seq, id, kind, run_id, step, occurred_from, occurred_to, occurred_precision,
                                 recorded_at, entered_by, target_id, target_entered_by, key_id, payload, commitment, ledger_seq)
        SELECT m.id, e.seq, md5(e.id::text || m.i)::uuid, e.kind, md5(e.run_id::text || m.i)::uuid, e.step, e.occurred_from - m.ago,
               e.occurred_to - m.ago, e.occurred_precision, e.recorded_at - m.ago, e.entered_by,
               md5(e.target_id::text || m.i)::uuid, e.target_entered_by, e.key_id, '\\x00', e.commitment, e.ledger_seq
          FROM made m JOIN journal_entry e ON e.case_file_id = m.model;
      ${projections}
    `);
    await client.query('VACUUM ANALYZE');
  });
}
