import { MOVING_PROTOCOLS, type SignedInClient, TestService } from '../../testing/test-service';
import { AppointmentClient } from '../../appointments/testing/appointment-client';
import { ConferenceClient, conferenceWithAction } from '../../conferences/testing/conference-client';
import { CaseClient } from '../testing/case-client';
import { explained } from '../testing/explained';

/** Of the reader's own team, at both sizes. */
const OWN_TEAM = 200;
const SIZES = [1_000, 100_000] as const;

/** Whose rows are read by lists and pages. */
const OF_LISTS = ['alert', 'case_fact', 'case_file', 'child_identity', 'child_signature', 'deadline'];
const OF_PAGES = ['journal_entry', 'ledger_shown', 'access_event', 'run', 'step_state', 'work_line'];

describe('plans under the policies', () => {
  let service: TestService;
  let worker: SignedInClient;
  let supervisor: SignedInClient;
  let ids: readonly string[];
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: MOVING_PROTOCOLS } });
    worker = await service.signIn({ roles: ['caseworker'], teams: ['Own'] });
    supervisor = await service.signIn({ roles: ['supervisor'], teams: ['Own'] });
    const cases = new CaseClient(worker.client);
    ids = [(await cases.opened()).id, (await cases.opened()).id];
    const { id } = await conferenceWithAction(worker, ids[0] ?? '');
    expect((await new ConferenceClient(worker.client, ids[0] ?? '').readConference(id)).actions).toHaveLength(
      1,
    );
    await new AppointmentClient(worker.client, ids[0] ?? '').planned({ escortId: worker.id });
    for (let n = 0; n < 20; n++) await service.hire({ roles: ['caseworker'], teams: [`Team ${String(n)}`] });
  });
  afterAll(() => service.stop());

  /** Rows that each request looks at. */
  async function visited(): Promise<Readonly<Record<string, number>>> {
    const [id = ''] = ids;
    const asks = {
      'case page': () => worker.client.get(`/case-files/${id}`),
      journal: () => worker.client.get(`/case-files/${id}/journal`),
      'my work': () => worker.client.get('/worklist'),
      'the team’s work': () => worker.client.get('/worklist?scope=team'),
      search: () => worker.client.post('/case-files/search', {}),
      'my day': () => worker.client.get('/worklist/children'),
      'the team’s day': () => supervisor.client.get('/worklist/children?scope=team'),
      approvals: () => supervisor.client.get('/approvals'),
      alerts: () => supervisor.client.get('/alerts'),
      'who is covered': () => supervisor.client.get('/cover'),
      'what is missing': () => supervisor.client.get('/unmet-needs'),
      silences: () => supervisor.client.get('/referrals/unanswered'),
      'my calendar': () => worker.client.get('/appointments'),
      'conferences of a case': () => worker.client.get(`/case-files/${id}/conferences`),
    };
    const counted: Record<string, number> = {};
    for (const [what, ask] of Object.entries(asks)) {
      // What is found once, and kept.
      await ask();
      const statements = await explained(async () => expect((await ask()).status).toBeLessThan(300));
      expect(statements.length).toBeGreaterThan(1);
      counted[what] = statements.reduce((sum, it) => sum + it.visited, 0);
    }
    return counted;
  }

  /** Those that look at more rows than before, by more than statistics make. */
  const grown = (before: Readonly<Record<string, number>>, after: Readonly<Record<string, number>>) =>
    Object.keys(before).filter((what) => (after[what] ?? 0) > (before[what] ?? 0) * 1.5 + 300);

  it('look at as many rows among 100,000 cases as among 1,000, and a policy that reads all cases is found out', async () => {
    const [few, many] = SIZES;
    await grow(service, ids[1] ?? '', 1, few);
    const before = await visited();
    await grow(service, ids[1] ?? '', few + 1, many);
    expect(grown(before, await visited())).toEqual([]);

    // Each of these shows what it should; PostgreSQL reads all cases for it.
    await service.query(
      `ALTER POLICY sees ON appointment USING ((SELECT app_reads()) AND case_file_id IN (SELECT id FROM case_file))`,
    );
    expect(grown(before, await visited())).toContain('my calendar');
    await service.query(
      `ALTER POLICY sees ON journal_entry USING ((SELECT app_reads()) AND case_file_id IN (SELECT id FROM case_file))`,
    );
    expect(grown(before, await visited())).toEqual(expect.arrayContaining(['case page', 'journal']));
    await service.query(
      `ALTER POLICY sees ON work_line USING ((SELECT app_reads()) AND case_file_id IN (SELECT id FROM case_file))`,
    );
    expect(grown(before, await visited())).toContain('my work');
  }, 240_000);

  it('call no function with a row', async () => {
    const calling = (): Promise<{ readonly policy: string }[]> =>
      service.query(
        `SELECT tablename || ' ' || policyname AS policy FROM pg_policies
          WHERE tablename = ANY ($1) AND concat(qual, with_check) ~ '(app|is)_\\w+\\([^)]'`,
        [[...OF_LISTS, ...OF_PAGES]],
      );
    expect(await calling()).toEqual([]);
    await service.query(`CREATE POLICY planted ON run USING (app_sees_case(case_file_id))`);
    expect(await calling()).toEqual([{ policy: 'run planted' }]);
  });
});

/** Copies one case, past all barriers: the first go to the reader's own team. Only lists look at these. */
async function grow(service: TestService, model: string, from: number, to: number): Promise<void> {
  await service.asSuperuser(async (client) => {
    await client.query(`SET session_replication_role = replica`);
    await client.query(
      `CREATE TEMP TABLE made AS SELECT n, gen_random_uuid() AS id, gen_random_uuid() AS run, t.id AS team,
              now() - n * interval '3 minutes' AS opened
         FROM generate_series($1::int, $2::int) AS n
         JOIN team t ON t.name = CASE WHEN n <= ${String(OWN_TEAM)} THEN 'Own' ELSE 'Team ' || n % 20 END`,
      [from, to],
    );
    await client.query(
      `INSERT INTO data_key (id, purpose, wrapped, kek_id, destroyed_at)
       SELECT '00000000-0000-4000-8000-00000000dead', 'case', NULL, 'none', now() ON CONFLICT DO NOTHING`,
    );
    await client.query(
      `INSERT INTO case_file (id, reference, team_id, territory, opened_at, opened_by, seq, changed_at, next_due_at, data_key_id, child)
       SELECT m.id, 'RP-' || m.n, m.team, c.territory, m.opened, c.opened_by, c.seq, m.opened, m.opened,
              '00000000-0000-4000-8000-00000000dead', c.child FROM made m, case_file c WHERE c.id = $1`,
      [model],
    );
    await client.query(
      `INSERT INTO run (id, case_file_id, team_id, protocol, version, hash, opened_at)
       SELECT m.run, m.id, m.team, r.protocol, r.version, r.hash, m.opened FROM made m,
              (SELECT * FROM run WHERE case_file_id = $1 LIMIT 1) r`,
      [model],
    );
    await client.query(
      `INSERT INTO step_state (run_id, step, protocol, case_file_id, team_id, state)
       SELECT m.run, s.step, s.protocol, m.id, m.team, s.state FROM made m,
              (SELECT * FROM step_state WHERE case_file_id = $1 AND state = 'ready' LIMIT 1) s`,
      [model],
    );
    await client.query(
      `INSERT INTO deadline (run_id, step, of, protocol, waits_for, case_file_id, team_id, origin, owner, starts_at, due_at, late_from)
       SELECT m.run, s.step, 'step', s.protocol, 'doing', m.id, m.team, 'TOOL', 'ours', m.opened, m.opened, m.opened
         FROM made m, (SELECT * FROM step_state WHERE case_file_id = $1 AND state = 'ready' LIMIT 1) s`,
      [model],
    );
    await client.query(
      `INSERT INTO work_line (run_id, step, of, lane, rank, place, protocol, version, state, case_file_id, team_id, origin, owner, at_once, sorted_at, due_at, late_from)
       SELECT d.run_id, d.step, d.of, 'tool', 0, 0, d.protocol, r.version, 'ready', m.id, m.team, d.origin, d.owner, false, m.opened, m.opened, m.opened
         FROM made m JOIN run r ON r.id = m.run JOIN deadline d ON d.run_id = m.run`,
    );
    // What conferences leave to do, all of it late, by who is in the team; appointments to come; referrals whose silence was told of.
    await client.query(
      `INSERT INTO conference_task (id, kind, appointment_id, case_file_id, team_id, owner_id, due_at, writer_ids)
       SELECT gen_random_uuid(), k.kind, gen_random_uuid(), m.id, m.team, CASE k.kind WHEN 'action' THEN w.id END,
              CASE k.kind WHEN 'action' THEN m.opened END, CASE k.kind WHEN 'action' THEN '{}' ELSE ARRAY[w.id] END
         FROM made m, (VALUES ('action'), ('minutes')) AS k (kind),
              LATERAL (SELECT account_id AS id FROM team_member WHERE team_id = m.team ORDER BY account_id LIMIT 1) AS w`,
    );
    const SEALED = `(SELECT id FROM account ORDER BY id LIMIT 1), '00000000-0000-4000-8000-00000000dead'::uuid, ''::bytea`;
    await client.query(
      `INSERT INTO appointment (id, appointment_id, version, case_file_id, team_id, kind, state, starts_at, is_whole_day, has_escort,
                                interpreter, interpreter_found, told, at, by_id, key_id, content)
       SELECT m.run, m.run, 1, m.id, m.team, 'meeting', 'planned', now() + m.n * interval '3 minutes', false, false,
              'no', 'unknown', 'yes', m.opened, ${SEALED} FROM made m`,
    );
    await client.query(
      `INSERT INTO referral_event (id, sharing_id, need_id, case_file_id, team_id, partner_id, kind, at, due_at, by_id, key_id, content)
       SELECT gen_random_uuid(), m.run, m.run, m.id, m.team, p.id, k.kind, m.opened, CASE k.kind WHEN 'sent' THEN m.opened END,
              CASE k.kind WHEN 'sent' THEN p.id END, '00000000-0000-4000-8000-00000000dead', ''
         FROM made m, (VALUES ('sent'), ('escalated')) AS k (kind), (SELECT id FROM account ORDER BY id LIMIT 1) AS p`,
    );
    await client.query('DROP TABLE made');
    await client.query('ANALYZE');
  });
}
