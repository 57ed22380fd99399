import { randomUUID } from 'node:crypto';
import type { DeclaredAct } from '../../platform/unit/act';
import { JobLeases } from '../../platform/jobs/job-lease.repository';
import { Spaces } from '../../platform/spaces/spaces';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { SHIPPED_PROTOCOLS, TestService } from '../../testing/test-service';
import { DryRunJob } from '../moves/dry-run-job';
import { OpenRunsQuery } from '../moves/open-runs.query';
import { explained } from './explained';

/**
 * What the protocol library asks of the database, over many rows, measured and explained. Not part of the tests, since it
 * takes minutes: `node bench/volume.mjs library`, with `REPERE_RUNS` runs (default 1,000,000).
 */
const RUNS = Number(process.env['REPERE_RUNS'] ?? 1_000_000);
const CASES = RUNS / 4;
const VERSIONS = 300;
const READ: DeclaredAct = {
  type: 'case-file.read',
  purpose: 'maintenance',
  idempotent: false,
  isUnrecorded: true,
};

describe(`the library over ${String(RUNS)} runs`, () => {
  let service: TestService;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: SHIPPED_PROTOCOLS } });
  }, 60_000);
  afterAll(() => service.stop());

  it('answers from indexes', async () => {
    const supervisor = await service.signIn({ roles: ['supervisor'], teams: ['Big'] });
    const editor = await service.signIn({ roles: ['protocol-editor'] });
    const dryRun = randomUUID();
    await generate(service, editor.id, dryRun);
    const { app } = service;
    const space = await app.get(Spaces).findSpace(null);
    if (!space) throw new Error('no space');
    const as = <T>(system: 'system:dry-run' | 'system:explore', work: () => Promise<T>): Promise<T> =>
      app.get(UnitOfWork).runAs(system, { space, correlation: randomUUID() }, READ, work);
    const openRuns = app.get(OpenRunsQuery);
    const middle = '80000000-0000-4000-8000-000000000000';

    const report: Record<string, unknown>[] = [];
    for (const [what, ask] of [
      ['open runs, count', () => as('system:dry-run', () => openRuns.count('protection'))],
      ['open runs, first 50', () => as('system:dry-run', () => openRuns.next('protection', null, 50))],
      [
        'open runs, 50 in the middle',
        () => as('system:dry-run', () => openRuns.next('protection', middle, 50)),
      ],
      ['open runs of a rare protocol', () => as('system:dry-run', () => openRuns.next('return', middle, 50))],
      ['job, the next', () => as('system:explore', () => app.get(JobLeases).takeLease(app.get(DryRunJob)))],
      ['protocols, all', () => editor.client.get('/protocols')],
      ['versions of one', () => editor.client.get('/protocols/protection/versions')],
      ['proof of one', () => editor.client.get('/protocols/protection/versions/1.0.0/proof')],
      ['drafts', () => editor.client.get('/protocol-drafts')],
      ['dry runs, the latest', () => editor.client.get('/protocol-dry-runs')],
      ['dry run, cases', () => supervisor.client.get(`/protocol-dry-runs/${dryRun}/cases`)],
      ['dry run, cases of none', () => editor.client.get(`/protocol-dry-runs/${dryRun}/cases`)],
    ] as const) {
      await ask();
      const statements = await explained(ask);
      const times: number[] = [];
      for (let i = 0; i < 7; i++) {
        const start = performance.now();
        await ask();
        times.push(performance.now() - start);
      }
      times.sort((a, b) => a - b);
      report.push({
        what,
        'p50 ms': Math.round(times[3] ?? 0),
        'worst ms': Math.round(times[6] ?? 0),
        slowest: statements
          .sort((a, b) => b.ms - a.ms)
          .slice(0, 1)
          .map(({ ms, sql }) => `${ms.toFixed(1)} ms ${sql}`)
          .join(),
        scans: [...new Set(statements.flatMap(({ scans }) => scans))].join(' '),
      });
    }
    console.log(report.map((line) => JSON.stringify(line)).join('\n'));
  }, 1_200_000);
});

/** Rows past all barriers: only these lists look at them. */
async function generate(service: TestService, editorId: string, dryRun: string): Promise<void> {
  await service.asSuperuser(async (client) => {
    await client.query(`SET session_replication_role = replica`);
    const key = randomUUID();
    await client.query(
      `INSERT INTO data_key (id, purpose, wrapped, kek_id, destroyed_at) VALUES ('${key}', 'case', NULL, 'none', now())`,
    );
    await client.query(`CREATE TEMP TABLE made AS
      SELECT n, gen_random_uuid() AS id, CASE WHEN n <= 10000 THEN (SELECT id FROM team WHERE name = 'Big') ELSE gen_random_uuid() END AS team
        FROM generate_series(1, ${String(CASES)}) AS n`);
    await client.query(`INSERT INTO case_file (id, reference, team_id, territory, opened_at, opened_by, seq, changed_at, data_key_id, child)
      SELECT id, 'RP-' || n, team, '75', now(), 'x', 1, now(), '${key}', '\\x00' FROM made`);
    await client.query(`INSERT INTO run (id, case_file_id, team_id, protocol, version, hash, opened_at, ended)
      SELECT gen_random_uuid(), m.id, m.team,
             CASE WHEN p = 4 AND m.n % 1000 = 0 THEN 'return' ELSE (ARRAY['identification','protection','care','follow-up'])[p] END,
             '1.0.0', 'h', now(), m.n % 3 = 0
        FROM made m, generate_series(1, 4) AS p`);
    // Years of work: what is done stays, a hundred wait.
    await client.query(`INSERT INTO job (kind, subject, state, run_at, finished_at)
      SELECT 'protocol.dry-run', gen_random_uuid(), CASE WHEN n <= 100 THEN 'waiting' ELSE 'done' END, now() - n * interval '1 second', now()
        FROM generate_series(1, ${String(RUNS)}) AS n`);
    await client.query(`INSERT INTO protocol_version (name, version, hash, document, files, published_at, published_by, in_force_from)
      SELECT v.name, '0.0.' || n, md5(n || v.name), v.document, v.files, now() - interval '9 years', v.published_by, now() - interval '9 years'
        FROM generate_series(1, ${String(VERSIONS)}) AS n, (SELECT * FROM protocol_version WHERE name = 'protection' AND version = '1.0.0') v`);
    await client.query(`INSERT INTO protocol_proof (id, subjects, report, explored_at)
      SELECT gen_random_uuid(), jsonb_build_array(jsonb_build_object('protocol', v.name, 'version', v.version, 'hash', v.hash)), p.report, now() - k * interval '1 day'
        FROM protocol_version v, generate_series(1, 3) AS k, (SELECT report FROM protocol_proof LIMIT 1) p WHERE v.version LIKE '0.0.%'`);
    await client.query(`INSERT INTO protocol_draft (id, protocol, hash, files, author_id, saved_by, changed_by, changed_at, created_at)
      SELECT gen_random_uuid(), 'protection', 'h', '{}', '${editorId}', ARRAY['${editorId}'::uuid], '${editorId}', now() - n * interval '1 hour', now()
        FROM generate_series(1, 20000) AS n`);
    await client.query(`INSERT INTO protocol_dry_run (id, protocol, to_version, hash, document, asked_by, asked_at, finished_at, total, done, counts)
      SELECT CASE WHEN n = 1 THEN '${dryRun}'::uuid ELSE gen_random_uuid() END, 'protection', '1.0.0', 'h', v.document, '${editorId}', now() - n * interval '1 hour', now(), 1, 1,
             '{"changed": 0, "unchanged": 0, "gains": {}, "loses": {}, "passed": {}, "toConfirm": 0}'
        FROM generate_series(1, 1000) AS n, (SELECT document FROM protocol_version WHERE name = 'protection' AND version = '1.0.0') v`);
    await client.query(
      `INSERT INTO job (kind, subject, state, finished_at) SELECT 'protocol.dry-run', id, 'done', now() FROM protocol_dry_run`,
    );
    await client.query(`INSERT INTO dry_run_trial (dry_run_id, run_id, case_file_id, team_id, trial)
      SELECT '${dryRun}', r.id, r.case_file_id, r.team_id, '{"from": "1.0.0", "gains": [], "loses": [], "differs": [], "passed": [], "toConfirm": [], "leftBehind": [], "outcome": {"before": null, "after": null}}'
        FROM run r WHERE r.protocol IN ('protection', 'care')`);
    await client.query('ANALYZE');
  });
}
