import { randomUUID } from 'node:crypto';
import { SHIPPED_PROTOCOLS, TestService } from '../../testing/test-service';
import { CaseClient } from './case-client';
import { explained } from './explained';

/**
 * Lists over many cases, measured and explained. Not part of the tests, since it takes a minute:
 * `node bench/volume.mjs lists`, with `REPERE_CASES` cases (default 100,000).
 */
const CASES = Number(process.env['REPERE_CASES'] ?? 100_000);
const IN_BIG_TEAM = 10_000;

describe(`lists over ${String(CASES)} cases`, () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: SHIPPED_PROTOCOLS } });
  }, 60_000);
  afterAll(() => service.stop());

  it('answer from indexes', async () => {
    const worker = await service.signIn({ roles: ['caseworker'], teams: ['Big'] });
    const supervisor = await service.signIn({ roles: ['supervisor'], teams: ['Big'] });
    const client = new CaseClient(worker.client);
    const { id } = await client.opened({ urgentDangerSeen: 'yes', child: { calledName: 'Zorglub' } });
    for (let i = 0; i < 40; i++) await service.hire({ roles: ['caseworker'], teams: [`Team ${String(i)}`] });
    const { id: common } = await client.opened({ child: { calledName: 'Marion' } });
    await generate(service, id, common, worker.id);

    const report: Record<string, unknown>[] = [];
    for (const [what, ask] of [
      ['worklist me', () => worker.client.get('/worklist')],
      ['worklist team (10,000 cases)', () => worker.client.get('/worklist?scope=team')],
      ['worklist supervisor', () => supervisor.client.get('/worklist')],
      ['search recent', () => worker.client.post('/case-files/search', {})],
      ['search due', () => worker.client.post('/case-files/search', { sort: 'due' })],
      ['search late', () => worker.client.post('/case-files/search', { late: true })],
      ['search rare name', () => worker.client.post('/case-files/search', { text: 'zorglub' })],
      ['search common beginning', () => worker.client.post('/case-files/search', { text: 'ma' })],
      ['search two words', () => worker.client.post('/case-files/search', { text: 'ma zorg' })],
      [
        'look-alikes',
        () => worker.client.post('/case-files/duplicates', { child: { calledName: 'Zorglub Marion' } }),
      ],
      ['approvals', () => supervisor.client.get('/approvals')],
      ['case page', () => worker.client.get(`/case-files/${id}`)],
      ['who may see the case', () => worker.client.get(`/case-files/${id}/access`)],
      ['who looked', () => supervisor.client.get(`/case-files/${id}/looks`)],
      ['cover', () => supervisor.client.get('/cover')],
    ] as const) {
      await ask();
      const statements = await explained(ask);
      const times: number[] = [];
      for (let i = 0; i < 15; i++) {
        const start = performance.now();
        const { status } = await ask();
        times.push(performance.now() - start);
        expect(status).toBe(200);
      }
      times.sort((a, b) => a - b);
      report.push({
        what,
        statements: statements.length,
        'p50 ms': Math.round(times[7] ?? 0),
        'worst ms': Math.round(times[14] ?? 0),
        slowest: statements
          .sort((a, b) => b.ms - a.ms)
          .slice(0, 2)
          .map(({ ms, sql }) => `${ms.toFixed(1)} ms ${sql}`)
          .join(' | '),
        scans: [...new Set(statements.flatMap(({ scans }) => scans))].join(' '),
      });
    }
    console.log(report.map((line) => JSON.stringify(line)).join('\n'));
  }, 600_000);
});

/** Copies one real case many times over, past all barriers: only lists look at these. */
async function generate(service: TestService, model: string, common: string, leadId: string): Promise<void> {
  await service.asSuperuser(async (client) => {
    await client.query(`SET session_replication_role = replica`);
    await client.query(`CREATE TEMP TABLE made AS
      SELECT n, gen_random_uuid() AS id, gen_random_uuid() AS run, gen_random_uuid() AS entry,
             CASE WHEN n <= ${String(IN_BIG_TEAM)} THEN (SELECT id FROM team WHERE name = 'Big')
                  ELSE (SELECT id FROM team WHERE name = 'Team ' || n % 40) END AS team,
             CASE WHEN n <= 60 THEN '${leadId}'::uuid WHEN n % 3 = 0 THEN NULL ELSE gen_random_uuid() END AS lead,
             now() - n * interval '3 minutes' AS opened
        FROM generate_series(1, ${String(CASES)}) AS n`);
    await client.query(`INSERT INTO case_file (id, reference, team_id, lead_id, territory, opened_at, opened_by, seq, changed_at, next_change_at, next_due_at, data_key_id, child)
      SELECT m.id, 'RP-' || m.n, m.team, m.lead, c.territory, m.opened, c.opened_by, c.seq, m.opened, c.next_change_at,
             CASE WHEN m.n % 5 = 0 THEN NULL ELSE now() + (m.n % 2000 - 1000) * interval '1 hour' END, c.data_key_id, c.child
        FROM made m, case_file c WHERE c.id = '${model}'`);
    // A child is sealed to its row: without the key of its own it can't be opened, so these get one each that is destroyed.
    await client.query(
      `INSERT INTO data_key (id, purpose, wrapped, kek_id, destroyed_at) VALUES ('${randomUUID()}', 'case', NULL, 'none', now())`,
    );
    await client.query(
      `UPDATE case_file SET data_key_id = (SELECT id FROM data_key WHERE kek_id = 'none') WHERE id <> '${model}'`,
    );
    await client.query(`INSERT INTO run (id, case_file_id, team_id, protocol, version, hash, opened_at)
      SELECT m.run, m.id, m.team, r.protocol, r.version, r.hash, m.opened FROM made m,
             (SELECT * FROM run WHERE case_file_id = '${model}' AND protocol = 'identification') r`);
    await client.query(`INSERT INTO step_state (run_id, step, protocol, case_file_id, team_id, state, to_approve, approver_role)
      SELECT m.run, s.step, s.protocol, m.id, m.team,
             CASE WHEN s.step = 'status' AND m.n % 50 = 0 THEN 'awaiting-approval' WHEN m.n % 4 = 0 AND s.state = 'ready' THEN 'done' ELSE s.state END,
             CASE WHEN s.step = 'status' AND m.n % 50 = 0 THEN m.entry END, CASE WHEN s.step = 'status' AND m.n % 50 = 0 THEN 'SUP' END
        FROM made m, (SELECT s.* FROM step_state s JOIN run r ON r.id = s.run_id WHERE s.case_file_id = '${model}' AND r.protocol = 'identification') s`);
    await client.query(`INSERT INTO deadline (run_id, step, of, protocol, waits_for, case_file_id, team_id, lead_id, origin, owner, starts_at, due_at, late_from, met_at)
      SELECT m.run, s.step, 'step', 'identification', CASE WHEN m.n % 4 > 0 THEN 'doing' END, m.id, m.team, m.lead, 'TOOL', CASE WHEN s.step = 'rights_sheet' THEN 'outside' ELSE 'ours' END, m.opened,
             d.due, d.due, CASE WHEN m.n % 4 = 0 THEN m.opened END
        FROM made m, (SELECT DISTINCT s.step FROM step_state s WHERE s.case_file_id = '${model}' LIMIT 8) s,
             LATERAL (SELECT now() + ((m.n * 7 + length(s.step)) % 4000 - 1000) * interval '1 hour' AS due) d`);
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
    await client.query('ANALYZE');
  });
}
