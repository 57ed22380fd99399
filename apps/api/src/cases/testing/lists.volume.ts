import { randomUUID } from 'node:crypto';
import { databaseCpu } from '../../testing/database/database-cpu';
import { SHIPPED_PROTOCOLS, TestService } from '../../testing/test-service';
import { CaseClient } from './case-client';
import { explained } from './explained';

/**
 * Lists over many cases, with the policies on: CPU milliseconds of this process (the client that asks is in it) and of PostgreSQL, and
 * rows that were looked at, which no other program on the machine changes. Not part of the tests, since it takes minutes:
 * `node bench/volume.mjs lists`, with `REPERE_CASES` bases one after the other (default 1000,100000), `REPERE_REQUESTS` of each.
 */
const BASES = (process.env['REPERE_CASES'] ?? '1000,100000').split(',').map(Number);
const TIMES = Number(process.env['REPERE_REQUESTS'] ?? 30);
/** Of the first team; the second has ten times as many, where the base has them. */
const OWN_TEAM = 1_000;
const BIG_TEAM = 10_000;
/** Cases that two people of the first team lead. */
const [MANY, FEW] = [700, 40];

describe(`lists over ${BASES.join(', then ')} cases`, () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: SHIPPED_PROTOCOLS } });
  }, 60_000);
  afterAll(() => service.stop());

  it('cost the same', async () => {
    const workers = {
      many: await service.signIn({ roles: ['caseworker'], teams: ['Own'] }),
      few: await service.signIn({ roles: ['caseworker'], teams: ['Own'] }),
      big: await service.signIn({ roles: ['caseworker'], teams: ['Big'] }),
    };
    const supervisor = await service.signIn({ roles: ['supervisor'], teams: ['Own'] });
    const client = new CaseClient(workers.many.client);
    const { id } = await client.opened({ urgentDangerSeen: 'yes', child: { calledName: 'Zorglub' } });
    const { id: common } = await client.opened({ child: { calledName: 'Marion' } });
    for (let i = 0; i < 40; i++) await service.hire({ roles: ['caseworker'], teams: [`Team ${String(i)}`] });

    const search = (body: object) => () => workers.many.client.post('/case-files/search', body);
    const asks: readonly (readonly [string, () => Promise<{ readonly status: number }>])[] = [
      [`my worklist, ${String(FEW)} cases`, () => workers.few.client.get('/worklist')],
      [`my worklist, ${String(MANY)} cases`, () => workers.many.client.get('/worklist')],
      [`my day by child, ${String(FEW)} cases`, () => workers.few.client.get('/worklist/children')],
      [`my day by child, ${String(MANY)} cases`, () => workers.many.client.get('/worklist/children')],
      ['team’s worklist, 1,000 cases', () => workers.many.client.get('/worklist?scope=team')],
      ['team’s worklist, 10,000 cases', () => workers.big.client.get('/worklist?scope=team')],
      ['team’s day by person, 1,000 cases', () => supervisor.client.get('/worklist/children?scope=team')],
      ['cases by last change', search({})],
      ['cases by what is due', search({ sort: 'due' })],
      ['cases that are late', search({ late: true })],
      ['search, rare name', search({ text: 'zorglub' })],
      ['search, common beginning', search({ text: 'ma' })],
      ['search, two words', search({ text: 'ma zorg' })],
      [
        'look-alikes',
        () => workers.many.client.post('/case-files/duplicates', { child: { calledName: 'Zorglub Marion' } }),
      ],
      ['approvals', () => supervisor.client.get('/approvals')],
      ['case page', () => workers.many.client.get(`/case-files/${id}`)],
      ['who looked', () => supervisor.client.get(`/case-files/${id}/access-log`)],
      ['cover', () => supervisor.client.get('/cover')],
    ];
    let made = 0;
    for (const base of BASES) {
      await generate(service, { model: id, common, from: made + 1, to: base }, workers);
      made = base;
      const report: Record<string, unknown>[] = [];
      for (const [what, ask] of asks) {
        for (let i = 0; i < 8; i++) expect((await ask()).status).toBe(200);
        const statements = await explained(ask);
        const [database, own] = [await databaseCpu(service), process.cpuUsage()];
        const times: number[] = [];
        for (let i = 0; i < TIMES; i++) {
          const start = performance.now();
          await ask();
          times.push(performance.now() - start);
        }
        const { user, system } = process.cpuUsage(own);
        const round = (ms: number): number => Number(ms.toFixed(1));
        times.sort((one, other) => one - other);
        report.push({
          ...{ cases: base, what },
          'API CPU ms': round((user + system) / 1000 / TIMES),
          'PostgreSQL CPU ms': round(((await databaseCpu(service)) - database) / TIMES),
          'rows looked at': statements.reduce((sum, { visited }) => sum + visited, 0),
          'p95 ms': round(times[Math.floor(TIMES * 0.95)] ?? 0),
          scans: [...new Set(statements.flatMap(({ scans }) => scans))].join(' '),
        });
      }
      console.table(report);
    }
  }, 3_000_000);
});

interface Made {
  readonly model: string;
  readonly common: string;
  readonly from: number;
  readonly to: number;
}

/** Copies one real case many times over, past all barriers: only lists look at these. */
async function generate(
  service: TestService,
  { model, common, from, to }: Made,
  leads: Readonly<Record<'many' | 'few', { readonly id: string }>>,
): Promise<void> {
  await service.asSuperuser(async (client) => {
    await client.query(`SET session_replication_role = replica`);
    await client.query(`CREATE TEMP TABLE made AS
      SELECT n, gen_random_uuid() AS id, gen_random_uuid() AS run, gen_random_uuid() AS entry,
             CASE WHEN n <= ${String(OWN_TEAM)} THEN (SELECT id FROM team WHERE name = 'Own')
                  WHEN n <= ${String(OWN_TEAM + BIG_TEAM)} THEN (SELECT id FROM team WHERE name = 'Big')
                  ELSE (SELECT id FROM team WHERE name = 'Team ' || n % 40) END AS team,
             CASE WHEN n <= ${String(MANY)} THEN '${leads.many.id}'::uuid WHEN n <= ${String(MANY + FEW)} THEN '${leads.few.id}'::uuid
                  WHEN n % 3 = 0 THEN NULL ELSE gen_random_uuid() END AS lead,
             now() - n * interval '3 minutes' AS opened
        FROM generate_series(${String(from)}, ${String(to)}) AS n`);
    await client.query(`INSERT INTO case_file (id, reference, team_id, lead_id, territory, opened_at, opened_by, seq, changed_at, next_change_at, next_due_at, data_key_id, child)
      SELECT m.id, 'RP-' || m.n, m.team, m.lead, c.territory, m.opened, c.opened_by, c.seq, m.opened, c.next_change_at,
             CASE WHEN m.n % 5 = 0 THEN NULL ELSE now() + (m.n % 2000 - 1000) * interval '1 hour' END, c.data_key_id, c.child
        FROM made m, case_file c WHERE c.id = '${model}'`);
    // A child is sealed to its row: without the key of its own it can't be opened, so these get one each that is destroyed.
    await client.query(
      `INSERT INTO data_key (id, purpose, wrapped, kek_id, destroyed_at)
       SELECT '${randomUUID()}', 'case', NULL, 'none', now() WHERE NOT EXISTS (SELECT 1 FROM data_key WHERE kek_id = 'none')`,
    );
    await client.query(
      `UPDATE case_file SET data_key_id = (SELECT id FROM data_key WHERE kek_id = 'none') WHERE id IN (SELECT id FROM made)`,
    );
    await client.query(`INSERT INTO run (id, case_file_id, team_id, protocol, version, hash, opened_at)
      SELECT m.run, m.id, m.team, r.protocol, r.version, r.hash, m.opened FROM made m,
             (SELECT * FROM run WHERE case_file_id = '${model}' AND protocol = 'identification') r`);
    await client.query(`INSERT INTO step_state (run_id, step, protocol, case_file_id, team_id, state, to_approve, approver_role)
      SELECT m.run, s.step, s.protocol, m.id, m.team,
             CASE WHEN s.step = 'status' AND m.n % 50 = 0 THEN 'awaiting-approval' WHEN m.n % 4 = 0 AND s.state = 'ready' THEN 'done' ELSE s.state END,
             CASE WHEN s.step = 'status' AND m.n % 50 = 0 THEN m.entry END, CASE WHEN s.step = 'status' AND m.n % 50 = 0 THEN 'SUP' END
        FROM made m, (SELECT s.* FROM step_state s JOIN run r ON r.id = s.run_id WHERE s.case_file_id = '${model}' AND r.protocol = 'identification' ORDER BY s.step <> 'status', s.step LIMIT 6) s`);
    await client.query(`INSERT INTO deadline (run_id, step, of, protocol, waits_for, case_file_id, team_id, lead_id, origin, owner, starts_at, due_at, late_from, met_at)
      SELECT m.run, s.step, 'step', 'identification', CASE WHEN m.n % 4 > 0 THEN 'doing' END, m.id, m.team, m.lead, CASE WHEN m.n % 5 = 1 THEN 'LEGAL' ELSE 'TOOL' END, CASE WHEN s.step = 'rights_sheet' THEN 'outside' ELSE 'ours' END, m.opened,
             d.due, d.due, CASE WHEN m.n % 4 = 0 THEN m.opened END
        FROM made m, (SELECT DISTINCT s.step FROM step_state s WHERE s.case_file_id = (SELECT id FROM made LIMIT 1) ORDER BY 1 LIMIT 5) s,
             LATERAL (SELECT now() + ((m.n * 7 + length(s.step)) % 4000 - 1000) * interval '1 hour' AS due) d`);
    // As `projectWork` makes them of these.
    await client.query(`INSERT INTO work_line (run_id, step, of, lane, rank, place, case_file_id, team_id, lead_id, protocol, version, state, origin, owner, at_once, sorted_at, due_at, late_from)
      SELECT d.run_id, d.step, d.of, CASE WHEN d.owner = 'outside' THEN 'outside' WHEN d.origin = 'LEGAL' THEN 'law' ELSE 'tool' END, 0, 0, d.case_file_id,
             d.team_id, d.lead_id, d.protocol, r.version, 'ready', d.origin, d.owner, false, d.due_at, d.due_at, d.late_from
        FROM made m JOIN deadline d ON d.case_file_id = m.id JOIN run r ON r.id = d.run_id
       WHERE d.met_at IS NULL AND (d.owner = 'outside' OR d.waits_for = 'doing')`);
    await client.query(`INSERT INTO work_line (run_id, step, of, lane, rank, place, case_file_id, team_id, lead_id, protocol, version, state, owner, at_once, approver_role, entered_by, sorted_at)
      SELECT m.run, 'status', 'step', 'approve', 0, 0, m.id, m.team, m.lead, 'identification', r.version, 'awaiting-approval', 'ours', false, 'SUP', 'somebody', '-infinity'
        FROM made m JOIN run r ON r.id = m.run WHERE m.n % 50 = 0`);
    await client.query(`INSERT INTO work_line (run_id, step, of, lane, rank, place, case_file_id, team_id, lead_id, protocol, version, state, owner, at_once, sorted_at, quiet_until)
      SELECT m.run, s.step, 'step', CASE m.n % 3 WHEN 0 THEN 'protects' WHEN 1 THEN 'idle' ELSE 'quiet' END, 0, 0, m.id, m.team, m.lead, s.protocol, r.version, s.state, 'ours', false, '-infinity',
             CASE WHEN m.n % 3 = 2 THEN m.opened + (m.n % 1000) * interval '1 hour' END
        FROM made m JOIN run r ON r.id = m.run, LATERAL (SELECT * FROM step_state s WHERE s.run_id = m.run AND s.state = 'ready' LIMIT 1) s`);
    await client.query(`INSERT INTO journal_entry (case_file_id, seq, id, kind, run_id, step, occurred_from, occurred_to, occurred_precision, recorded_at, entered_by, key_id, payload, commitment, ledger_seq)
      SELECT m.id, 3, m.entry, 'step-completed', m.run, 'status', m.opened, m.opened, 'minute', m.opened, 'somebody', j.key_id, j.payload, j.commitment, j.ledger_seq
        FROM made m, (SELECT * FROM journal_entry WHERE case_file_id = '${model}' LIMIT 1) j WHERE m.n % 50 = 0`);
    // One case in ten begins with the same letters; every other token is its own.
    await client.query(`INSERT INTO child_identity (kind, token, case_file_id, generation, team_id)
      SELECT i.kind, i.token, m.id, i.generation, m.team FROM made m, child_identity i
       WHERE i.case_file_id = '${common}' AND i.kind = 'prefix' AND m.n % 10 = 0`);
    await client.query(`INSERT INTO child_identity (kind, token, case_file_id, generation, team_id)
      SELECT k.kind, sha256((m.n || k.kind || k.i)::bytea), m.id, g.generation, m.team FROM made m, index_generation g,
             (SELECT kind, i FROM unnest(ARRAY['name','sound','prefix','prefix','prefix']) WITH ORDINALITY AS u (kind, i)) k`);
    await client.query('DROP TABLE made');
    // A million takes longer than a session lasts in which nothing is typed.
    await client.query('UPDATE session SET last_seen_at = now()');
    await client.query('VACUUM ANALYZE');
  });
}
