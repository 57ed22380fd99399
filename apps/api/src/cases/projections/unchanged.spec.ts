import {
  type TeamWithEverything,
  teamWithEverything,
} from '../../platform/attacks/testing/team-with-everything';
import { MANY_FORMS } from '../../platform/spaces/preparing-client';
import { traceStatements } from '../../testing/database/statement-trace';
import { MOVING_PROTOCOLS, TestService } from '../../testing/test-service';
import { CaseClient } from '../testing/case-client';
import { PROJECTED_TABLES } from './projections';

describe('what an act changes nothing of', () => {
  let service: TestService;
  let team: TeamWithEverything;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: MOVING_PROTOCOLS } });
    team = await teamWithEverything(service, 'North');
    await note();
  });
  afterAll(() => service.stop());

  const note = () =>
    new CaseClient(team.worker.client).sendAct(team.file.id, 'notes', { note: 'Elle a mangé.' });
  /** Tables of projections that an act writes to, by the statement that does. */
  const written = async (act: () => Promise<{ readonly status: number }>): Promise<readonly string[]> => {
    const { result, statements } = await traceStatements(act);
    expect(result.status).toBeLessThan(300);
    const [whole = '', ...more] = statements.map(({ text }) => text).filter((it) => it.includes('SET seq ='));
    return [
      ...(more.length > 0 ? ['twice'] : []),
      ...PROJECTED_TABLES.filter((it) => whole.includes(`set_${it} `)),
    ];
  };
  const rowsOf = async (): Promise<readonly unknown[]> =>
    Promise.all(
      ['step_state', 'deadline', 'run'].map((table) =>
        service.query(`SELECT * FROM ${table} t WHERE case_file_id = $1 ORDER BY to_jsonb(t)::text`, [
          team.file.id,
        ]),
      ),
    );

  it('is not looked at: a note changes no step', async () => {
    expect(await written(note)).toEqual([]);
  });

  it('is what was written last, and is looked at again where nobody knows that, or where another says otherwise', async () => {
    const before = await rowsOf();
    const say = (projected: string): Promise<unknown> =>
      service.asSeed(({ manager }) =>
        manager.query(`UPDATE case_file SET projected = ${projected} WHERE id = $1`, [team.file.id]),
      );
    await say('NULL');
    expect(await written(note)).toEqual(PROJECTED_TABLES);
    expect(await written(note)).toEqual([]);
    await say(`projected || '{"deadline": "of before"}'`);
    expect(await written(note)).toEqual(['deadline']);
    expect(await rowsOf()).toEqual(before);
  });

  it('is left out of tables that change: a step that is done writes rows by their keys', async () => {
    const { seq, runs } = (await new CaseClient(team.worker.client).readCase(team.file.id)).state;
    const night = `runs/${runs[0]?.runId ?? ''}/steps/night/complete`;
    const values = { values: {}, row: { id: 'n1', values: { away: 2 } } };
    const { result, statements } = await traceStatements(() =>
      new CaseClient(team.worker.client).sendAct(team.file.id, night, values, { seq }),
    );
    expect(result.status).toBeLessThan(300);
    const [text = ''] = statements.map((it) => it.text).filter((it) => it.includes('SET seq ='));
    expect(text).toContain('set_step_state AS (UPDATE step_state');
    expect(text).not.toContain('new_step_state');
    // So many forms that a connection keeps only those that come again.
    expect(text.endsWith(MANY_FORMS.trim())).toBe(true);
  });

  it('is another thing once somebody else leads the case: its steps and deadlines follow', async () => {
    const other = await service.signIn({ roles: ['caseworker'], teams: ['North'] });
    const cases = new CaseClient(team.supervisor.client);
    const { seq } = (await cases.readCase(team.file.id)).state;
    const atOnce = { accountId: other.id, reason: 'danger', words: 'Cette nuit.' };
    const named = await cases.sendAct(team.file.id, 'lead', atOnce, { seq, method: 'put' });
    expect(named.status).toBeLessThan(300);
    const leads = await service.query<{ lead_id: string }>(
      `SELECT DISTINCT lead_id FROM deadline WHERE case_file_id = $1 UNION SELECT DISTINCT lead_id FROM work_line WHERE case_file_id = $1`,
      [team.file.id],
    );
    expect(leads).toEqual([{ lead_id: other.id }]);
  });
});
