import type { AccountRole } from '@repere/access';
import pg from 'pg';
import { insertBareCase } from '../../testing/cases/test-case';
import { onDatabase, testDatabase } from '../../testing/database/test-database';
import { NO_PROTOCOLS, TestService } from '../../testing/test-service';
import { grantTo } from '../../testing/cases/test-grants';
import { type AccountActor, type Actor, type EffectiveScope, securityContext } from '../unit/actor';

const NO_REACH: EffectiveScope = {
  dutyTeamIds: [],
  standsInFor: [],
  supervisedTeamIds: [],
  barredIds: [],
  rescuedIds: [],
};

/** The database alone, without the application's own checks: its second barrier. */
describe('row-level security of emergency accesses', () => {
  let service: TestService;
  let client: pg.Client;
  let somebodyElse: string;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS } });
    client = new pg.Client({ connectionString: onDatabase(testDatabase().urls.app, service.databaseOf()) });
    await client.connect();
    for (const team of ['North', 'South']) await service.hire({ roles: [], teams: [team] });
    somebodyElse = (await service.hire({ roles: [] })).id;
  });
  afterAll(async () => {
    await client.end();
    await service.stop();
  });

  async function as<T>(actor: Actor | null, work: () => Promise<T>): Promise<T> {
    await client.query('BEGIN');
    try {
      if (actor)
        await client.query(`SELECT set_config('app.ctx', $1, true)`, [securityContext(actor, Date.now())]);
      return await work();
    } finally {
      await client.query('ROLLBACK');
    }
  }
  const teamId = async (name: string): Promise<string> => {
    const [row] = await service.query<{ id: string }>('SELECT id FROM team WHERE name = $1', [name]);
    if (!row) throw new Error(name);
    return row.id;
  };
  const account = (
    id: string,
    roles: readonly AccountRole[],
    teams: readonly string[],
    effectiveScope: Partial<EffectiveScope> = {},
  ): AccountActor => ({
    kind: 'account',
    id,
    name: '',
    roles,
    language: 'fr',
    teams: teams.map((team) => ({ id: team, name: '', territory: '93' })),
    effectiveScope: { ...NO_REACH, ...effectiveScope },
  });
  it('gives nothing back to a supervisor outside the circle who opened the case in an emergency', async () => {
    const { id } = await service.hire({ roles: ['supervisor'], teams: ['North'] });
    const other = await service.hire({ roles: ['caseworker'], teams: ['South'] });
    const caseFile = await insertBareCase(service, { team: 'North', assignedId: somebodyElse });
    await grantTo(service, caseFile, id, 'break-glass-restricted');
    await grantTo(service, caseFile, other.id, 'break-glass');
    await service.asSeed(({ manager }) =>
      manager.query(
        `INSERT INTO recusal (id, case_file_id, team_id, account_id, key_id, words, declared_at)
         SELECT gen_random_uuid(), id, team_id, $2, data_key_id, 'x', now() FROM case_file WHERE id = $1`,
        [caseFile.id, other.id],
      ),
    );
    const north = await teamId('North');
    const tried = (effectiveScope: Partial<EffectiveScope>, sql: string): Promise<unknown> =>
      as(account(id, ['supervisor'], [north], effectiveScope), () => client.query(sql, [caseFile.id])).then(
        ({ rowCount }) => rowCount,
        (error: unknown) => (error as { code?: string }).code,
      );
    const rescued = { barredIds: [caseFile.id], rescuedIds: [caseFile.id] };
    const give = `INSERT INTO assignment (case_file_id, team_id, account_id, since) SELECT id, team_id, '${other.id}', now() FROM case_file WHERE id = $1`;
    const acts = {
      'reads the case': [1, 1, `SELECT 1 FROM case_file WHERE id = $1`],
      'sees who works on it': [
        0,
        1,
        `SELECT 1 FROM assignment WHERE case_file_id = $1 AND relation = 'assigned'`,
      ],
      'names who works on it': ['42501', 1, give],
      'widens the circle': [
        0,
        1,
        `UPDATE restriction SET circle = array_append(circle, '${id}') WHERE case_file_id = $1`,
      ],
      'lifts a conflict': [
        0,
        1,
        `UPDATE recusal SET lifted_at = now(), lifted_by = '${id}' WHERE case_file_id = $1`,
      ],
      'ends another access': [
        0,
        1,
        `UPDATE break_glass SET ended_at = now(), ended_by = '${id}' WHERE case_file_id = $1 AND account_id = '${other.id}'`,
      ],
    } as const;
    for (const [act, [asRescuer, asSupervisor, sql]] of Object.entries(acts)) {
      expect([act, await tried(rescued, sql)]).toEqual([act, asRescuer]);
      // Of the circle: each of these is hers to do.
      expect([act, await tried({}, sql)]).toEqual([act, asSupervisor]);
    }
  });

  it('keeps what was said of an emergency access, whoever writes', async () => {
    const supervisor = await service.hire({ roles: ['supervisor'], teams: ['North'] });
    const { id } = await service.hire({ roles: ['caseworker'], teams: ['South'] });
    const caseFile = await insertBareCase(service, { team: 'North', assignedId: somebodyElse });
    await grantTo(service, caseFile, id, 'break-glass');
    const north = await teamId('North');
    const tried = (set: string): Promise<unknown> =>
      as(account(supervisor.id, ['supervisor'], [north]), () =>
        client.query(`UPDATE break_glass SET ${set} WHERE case_file_id = $1`, [caseFile.id]),
      ).then(
        ({ rowCount }) => rowCount,
        (error: unknown) => (error as { code?: string }).code,
      );
    const own = `'${supervisor.id}'`;
    expect(await tried(`ended_at = now(), ended_by = ${own}`)).toBe(1);
    expect(await tried(`ended_at = now(), ended_by = '${somebodyElse}'`)).toBe('RP005');
    expect(
      await tried(`until_at = until_at - interval '1 minute', ended_at = now(), ended_by = ${own}`),
    ).toBe('RP005');
    const review = (verdict: string) =>
      `reviewed_at = now(), reviewed_by = ${own}, verdict = '${verdict}', review = 'x'`;
    expect(await tried(review('justified'))).toBe(1);
    // What was not justified ends.
    expect(await tried(review('not-justified'))).toBe('23514');
    expect(await tried(`${review('not-justified')}, ended_at = now(), ended_by = ${own}`)).toBe(1);
  });
});
