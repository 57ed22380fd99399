import { measured, type Measured } from '../../../cases/testing/measured';
import { biggestTeam, multiplyCases, serviceWithDemo } from '../../../cases/testing/many-cases';
import type { TestService } from '../../../testing/test-service';

/**
 * Conformance and deviations of a team among a million journal entries, measured and explained. Not part of the tests:
 * `node bench/volume.mjs conformance`, with `REPERE_ENTRIES` entries (default 1,000,000) over `REPERE_TEAMS` teams.
 */
const ENTRIES = Number(process.env['REPERE_ENTRIES'] ?? 1_000_000);
/** One case in so many is of the team that asks. */
const TEAMS = Number(process.env['REPERE_TEAMS'] ?? 40);
const THREE_YEARS = 1_095;
const TARGET_MS = 300;
const TIMES = Number(process.env['REPERE_TIMES'] ?? 40);

describe(`conformance over ${String(ENTRIES)} entries`, () => {
  let service: TestService;
  beforeAll(async () => {
    service = await serviceWithDemo();
  }, 300_000);
  afterAll(() => service.stop());

  it(`answers in ${String(TARGET_MS)} ms, 95 times in 100`, async () => {
    const team = await biggestTeam(service);
    await multiplyCases(
      service,
      { entries: ENTRIES, teams: TEAMS, own: team.id, days: THREE_YEARS },
      PROJECTIONS,
    );
    const [size] = await service.query<Record<string, string>>(
      `SELECT (SELECT count(*) FROM journal_entry) AS entries, (SELECT count(*) FROM case_file) AS cases,
              (SELECT count(*) FROM case_file WHERE team_id = $1) AS own_cases,
              (SELECT count(*) FROM step_conformance WHERE team_id = $1) AS own_steps,
              (SELECT count(*) FROM deviation WHERE team_id = $1) AS own_deviations`,
      [team.id],
    );
    console.log(JSON.stringify(size));
    const { client } = await service.signIn({ roles: ['supervisor'], teams: [team.name] });
    const year = new Date(Date.now() - 365 * 86_400_000).toISOString().slice(0, 10);
    const report: Measured[] = [];
    for (const path of [
      '/conformance',
      `/conformance?from=${year}`,
      '/conformance?protocol=protection',
      '/deviations?judged=no',
      '/deviations?judged=no&kind=late',
      '/deviations?judged=yes',
      `/deviations?judged=no&from=${year}&protocol=protection&step=danger`,
    ]) {
      const line = await measured(client, path, TIMES);
      report.push(line);
      console.log(JSON.stringify(line));
    }
    for (const line of report) expect(line['p95 ms']).toBeLessThanOrEqual(TARGET_MS);
  }, 1_800_000);
});

const PROJECTIONS = `
      INSERT INTO step_conformance (run_id, step, case_file_id, team_id, protocol, version, opened_at, weight, expected, met, times,
                                    possible_at, done_at, waited_ms, late_ms, origin, late_from, unapproved_from,
                                    unapproved_entry, unweighed_from, unweighed_entry)
        SELECT md5(s.run_id::text || m.i)::uuid, s.step, m.id, m.team, s.protocol, s.version, s.opened_at - m.ago, s.weight, s.expected,
               s.met, s.times, s.possible_at - m.ago, s.done_at - m.ago, s.waited_ms + (m.i % 50) * 60000, s.late_ms, s.origin,
               s.late_from - m.ago, s.unapproved_from - m.ago, s.unapproved_entry, s.unweighed_from - m.ago, s.unweighed_entry
          FROM made m JOIN step_conformance s ON s.case_file_id = m.model;
      INSERT INTO deviation (key, kind, case_file_id, team_id, run_id, step, protocol, version, opened_at, rank, since, origin, by_ms,
                             entry_id, entered_by)
        SELECT replace(d.key, d.run_id::text, md5(d.run_id::text || m.i)::uuid::text) || ':' || m.i, d.kind, m.id, m.team,
               md5(d.run_id::text || m.i)::uuid, d.step, d.protocol, d.version, d.opened_at - m.ago, d.rank, d.since - m.ago,
               d.origin, d.by_ms, d.entry_id, d.entered_by
          FROM made m JOIN deviation d ON d.case_file_id = m.model;
      -- Half of what is older than the last months was judged.
      INSERT INTO deviation_judgement (id, deviation_key, case_file_id, team_id, run_id, step, kind, by_id, at, event_seq)
        SELECT gen_random_uuid(), d.key, d.case_file_id, d.team_id, d.run_id, d.step, 'accepted', (SELECT id FROM account LIMIT 1),
               d.since, 1
          FROM deviation d WHERE d.since < now() - interval '90 days' AND hashtext(d.key) % 2 = 0;
`;
