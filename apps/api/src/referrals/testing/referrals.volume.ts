import { databaseCpu } from '../../testing/database/database-cpu';
import { explained } from '../../cases/testing/explained';
import type { SignedInClient } from '../../testing/test-service';
import { Referring } from './referring';

/**
 * Lists of referrals, questions and needs over many that are open, with the policies on: what each costs this process and PostgreSQL, and
 * rows that were looked at, which no other program on the machine changes. `node bench/volume.mjs referrals`, with `REPERE_CASES` open
 * referrals one after the other (default 1000,100000), `REPERE_REQUESTS` of each.
 */
const BASES = (process.env['REPERE_CASES'] ?? '1000,100000').split(',').map(Number);
const TIMES = Number(process.env['REPERE_REQUESTS'] ?? 30);
/** Of the team that asks, and to the partner who asks. */
const [OWN_TEAM, OWN_PARTNER] = [1_000, 300];

describe(`lists over ${BASES.join(', then ')} open referrals`, () => {
  let referring: Referring;
  beforeAll(async () => {
    referring = await Referring.start();
    await referring.opened();
    for (let i = 0; i < 40; i++)
      await referring.service.hire({ roles: ['caseworker'], teams: [`Team ${String(i)}`] });
  }, 60_000);
  afterAll(() => referring.service.stop());

  it('cost the same', async () => {
    const { lead, supervisor, partner, service } = referring;
    const asks: readonly (readonly [string, SignedInClient, string])[] = [
      ['received by a partner', partner, '/referrals'],
      ['received, over', partner, '/referrals/past'],
      ['questions for a place', partner, '/capacity-requests'],
      ['silences', supervisor, '/referrals/unanswered'],
      ['needs that nobody meets', supervisor, '/unmet-needs'],
      ['referrals of a case', lead, referring.addressOf('referrals')],
      ['questions of a case', lead, referring.addressOf('capacity-questions')],
      ['a referred case', partner, await referring.addressOfReceived()],
    ];
    const costs = new Map<string, number>();
    let made = 0;
    for (const base of BASES) {
      await generate(referring, made + 1, base);
      made = base;
      const report: Record<string, unknown>[] = [];
      for (const [what, { client }, path] of asks) {
        const ask = () => client.get(path);
        for (let i = 0; i < 8; i++) expect([what, (await ask()).status]).toEqual([what, 200]);
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
        const cpu = (user + system) / 1000 / TIMES + ((await databaseCpu(service)) - database) / TIMES;
        const before = costs.get(what) ?? cpu;
        costs.set(what, before);
        report.push({
          ...{ open: base, what, 'CPU ms': round(cpu), 'times that of the first': round(cpu / before) },
          'rows looked at': statements.reduce((sum, { visited }) => sum + visited, 0),
          'p50 ms': round(times[Math.floor(TIMES / 2)] ?? 0),
          'p95 ms': round(times[Math.floor(TIMES * 0.95)] ?? 0),
          scans: [...new Set(statements.flatMap(({ scans }) => scans))].join(' '),
        });
      }
      console.table(report);
    }
  }, 3_000_000);
});

/** Copies of one case and of its open referral, past all barriers: one in three is silent, and told of; of one in four nobody meets it. */
async function generate(
  { service, file, partner, lead }: Referring,
  from: number,
  to: number,
): Promise<void> {
  await service.asSuperuser(async (client) => {
    await client.query(`SET session_replication_role = replica`);
    await client.query(`CREATE TEMP TABLE made AS
      SELECT n, gen_random_uuid() AS id, gen_random_uuid() AS sharing, gen_random_uuid() AS question, gen_random_uuid() AS request,
             CASE WHEN n <= ${String(OWN_TEAM)} THEN (SELECT id FROM team WHERE name = 'North')
                  ELSE (SELECT id FROM team WHERE name = 'Team ' || n % 40) END AS team,
             CASE WHEN n <= ${String(OWN_PARTNER)} THEN '${partner.id}'::uuid ELSE '${lead.id}'::uuid END AS partner,
             now() - (n % 1000) * interval '3 minutes' AS opened
        FROM generate_series(${String(from)}, ${String(to)}) AS n`);
    const copied = (table: string, changed: Readonly<Record<string, string>>, of: string, when = 'true') =>
      client.query(`INSERT INTO ${table} SELECT r.* FROM made m, LATERAL (
        SELECT (jsonb_populate_record(t, jsonb_build_object(${Object.entries(changed)
          .map(([column, value]) => `'${column}', ${value}`)
          .join(
            ', ',
          )}))).* FROM ${table} AS t WHERE t.ctid = (SELECT ctid FROM ${table} WHERE ${of} LIMIT 1)) AS r WHERE ${when}`);
    const ofCase = { case_file_id: 'm.id', team_id: 'm.team' };
    await copied(
      'case_file',
      { id: 'm.id', reference: `'RP-' || m.n`, team_id: 'm.team', lead_id: 'NULL', opened_at: 'm.opened' },
      `id = '${file.id}'`,
    );
    const own = `case_file_id = '${file.id}'`;
    await copied('sharing', { id: 'm.sharing', ...ofCase }, own);
    await copied(
      'assignment',
      {
        ...ofCase,
        account_id: 'm.partner',
        sharing_id: 'm.sharing',
        since: 'm.opened',
        until_at: `now() + interval '20 days'`,
      },
      `${own} AND relation = 'partner'`,
    );
    const event = {
      id: 'gen_random_uuid()',
      ...ofCase,
      sharing_id: 'm.sharing',
      need_id: 'm.sharing',
      partner_id: 'm.partner',
    };
    await copied('referral_event', { ...event, at: 'm.opened' }, `${own} AND kind = 'sent'`);
    const clock = { ...event, kind: `'escalated'`, by_id: 'NULL', due_at: 'NULL', need: 'NULL' };
    await copied('referral_event', { ...clock, at: 'now()' }, `${own} AND kind = 'sent'`, 'm.n % 3 = 0');
    await client.query(`INSERT INTO unmet_need_event (id, case_file_id, team_id, need, kind, reason, at)
      SELECT gen_random_uuid(), id, team, 'bed-tonight', 'opened', 'silent', opened FROM made WHERE n % 4 = 0`);
    await client.query(`INSERT INTO capacity_question (id, case_file_id, team_id, sharing_id, need, languages, wanted, asked_at, due_at, by_id)
      SELECT question, id, team, sharing, 'bed-tonight', '{fr}', 'at-once', opened, opened + interval '1 day', '${lead.id}' FROM made`);
    await client.query(`INSERT INTO capacity_request (id, question_id, case_file_id, team_id, service_id, key_id)
      SELECT m.request, m.question, m.id, m.team, gen_random_uuid(), c.data_key_id FROM made m JOIN case_file c ON c.id = m.id`);
    await client.query('DROP TABLE made');
    await client.query('UPDATE session SET last_seen_at = now()');
    await client.query('VACUUM ANALYZE');
  });
}
