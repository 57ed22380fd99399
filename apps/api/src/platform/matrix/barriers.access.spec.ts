import { ACCOUNT_ROLES, type AccountRole, may, mayEver, type Relation, RELATIONS } from '@repere/access';
import pg from 'pg';
import { insertBareCase } from '../../testing/cases/test-case';
import { onDatabase, testDatabase } from '../../testing/database/test-database';
import { closeMission, insertOpenMission } from '../../testing/cases/test-mission';
import { NO_PROTOCOLS, TestService } from '../../testing/test-service';
import { OTHERS, grantTo } from '../../testing/cases/test-grants';
import { type AccountActor, type Actor, type EffectiveScope, securityContext } from '../unit/actor';
import { principalOf } from '../unit/principal';

const NO_REACH: EffectiveScope = {
  dutyTeamIds: [],
  standsInFor: [],
  supervisedTeamIds: [],
  barredIds: [],
  rescuedIds: [],
};

/** The database alone, without the application's own checks: its second barrier. */
describe('row-level security', () => {
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
  const count = async (table: string, id: string): Promise<number> => {
    const column = table === 'case_file' ? 'id' : 'case_file_id';
    const { rows } = await client.query<{ n: string }>(
      `SELECT count(*) AS n FROM ${table} WHERE ${column} = $1`,
      [id],
    );
    return Number(rows[0]?.n);
  };
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
  // A draft is its writer's own, a duplicate task has its own rule: see below.
  const tables = [
    ...['case_file', 'assignment', 'run', 'step_state', 'deadline', 'case_fact', 'journal_entry'],
    ...['child_identity', 'child_signature', 'ledger_shown', 'alert', 'access_event', 'stopped_act'],
    'work_line',
  ];

  it.each(tables)('%s raises without context', async (table) => {
    await insertBareCase(service, { team: 'North', assignedId: somebodyElse });
    await expect(as(null, () => client.query(`SELECT * FROM ${table}`))).rejects.toMatchObject({
      code: 'RP003',
    });
  });

  it('raises as well after a transaction that had one', async () => {
    const someone = account('11111111-1111-4111-8111-111111111111', ['caseworker'], []);
    await as(someone, () => client.query('SELECT count(*) FROM case_file'));
    await expect(client.query('SELECT * FROM case_file')).rejects.toMatchObject({ code: 'RP003' });
  });

  it.each(ACCOUNT_ROLES.flatMap((role) => RELATIONS.map((relation) => ({ role, relation }))))(
    'shows $role by relation $relation what the policy allows, in every table',
    async ({ role, relation }: { role: AccountRole; relation: Relation }) => {
      const { id } = await service.hire({ roles: [role], teams: ['North'] });
      const isOfTeam = relation === 'team' || relation === 'supervisor';
      const leadId = relation === 'lead' ? id : relation === 'substitute' ? somebodyElse : null;
      const caseFile = await insertBareCase(service, {
        team: isOfTeam ? 'North' : 'South',
        ...(leadId && { leadId }),
        // Somebody is always assigned, so that there is a row to be seen or not.
        assignedId: relation === 'assigned' ? id : somebodyElse,
      });
      const grants = await grantTo(service, caseFile, id, relation);
      if (relation === 'mission')
        await insertOpenMission(service, { auditorId: id, caseFileIds: [caseFile.id] });
      const [north, south] = [await teamId('North'), await teamId('South')];
      const actor = account(id, [role], [north], {
        dutyTeamIds: relation === 'on-duty' ? [south] : [],
        standsInFor: relation === 'substitute' ? [{ accountId: somebodyElse, teamIds: [south] }] : [],
        ...(relation === 'break-glass-restricted' && { barredIds: [caseFile.id], rescuedIds: [caseFile.id] }),
      });
      const file = {
        kind: 'case-file',
        teamId: isOfTeam ? north : south,
        leadId,
        grants,
        missionIds: relation === 'mission' ? ['open'] : [],
        circle: relation === 'break-glass-restricted' ? OTHERS : null,
      } as const;
      // Who receives a part is kept to it by the application; the database knows whole cases.
      const verdict = may(principalOf(actor), role === 'partner' ? 'receive' : 'read', file);
      for (const table of tables) {
        // A lead from another team sees the case, not who else of that team is assigned; nor does who broke the glass.
        if (table === 'assignment' && (relation === 'lead' || relation.startsWith('break-glass'))) continue;
        const seen = await as(actor, () => count(table, caseFile.id));
        // One's own assignment is no secret, even when no role of one's own goes with it.
        const isOwn = table === 'assignment' && grants.length > 0 && verdict.yes !== seen > 0;
        if (!isOwn) expect({ table, seen: seen > 0 }).toEqual({ table, seen: verdict.yes });
        const barred = account(id, [role], [north], {
          ...actor.effectiveScope,
          barredIds: [caseFile.id],
          rescuedIds: [],
        });
        expect(await as(barred, () => count(table, caseFile.id))).toBe(0);
      }
    },
  );

  it('shows a substitute the cases of the teams that the substitution was named for, and no others', async () => {
    const { id } = await service.hire({ roles: ['caseworker'] });
    const [north, south] = [await teamId('North'), await teamId('South')];
    const substitute = (...teamIds: string[]): AccountActor =>
      account(id, ['caseworker'], [], { standsInFor: [{ accountId: somebodyElse, teamIds }] });
    const led = await insertBareCase(service, { team: 'South', leadId: somebodyElse });
    const worked = await insertBareCase(service, { team: 'South', assignedId: somebodyElse });
    for (const table of tables)
      for (const caseFile of [led, worked]) {
        if (table === 'assignment' && caseFile === led) continue;
        const seen = (actor: AccountActor) => as(actor, () => count(table, caseFile.id));
        expect({ table, seen: (await seen(substitute(north, south))) > 0 }).toEqual({ table, seen: true });
        expect({ table, seen: await seen(substitute(north)) }).toEqual({ table, seen: 0 });
        expect({ table, seen: await seen(substitute()) }).toEqual({ table, seen: 0 });
      }
    const assign = (actor: AccountActor) =>
      as(actor, () =>
        client.query(
          `INSERT INTO assignment (case_file_id, team_id, account_id, since) VALUES ($1, $2, $3, now())`,
          [worked.id, south, id],
        ),
      );
    await expect(assign(substitute(north))).rejects.toMatchObject({ code: '42501' });
    await expect(assign(substitute(south))).resolves.toMatchObject({ rowCount: 1 });
  });

  it('shows an auditor a case while the mission is open, in her own mission only, and never to be changed', async () => {
    const caseFile = await insertBareCase(service, { team: 'North' });
    const { id } = await service.hire({ roles: ['auditor', 'caseworker'] });
    const missionId = await insertOpenMission(service, { auditorId: id, caseFileIds: [caseFile.id] });
    const auditor = account(id, ['auditor', 'caseworker'], []);
    const change = async (): Promise<number | null> =>
      (await client.query('UPDATE case_file SET seq = seq WHERE id = $1', [caseFile.id])).rowCount;
    expect(await as(auditor, () => count('case_file', caseFile.id))).toBe(1);
    expect(await as(auditor, change)).toBe(0);
    expect(await as(account(id, ['caseworker'], []), () => count('case_file', caseFile.id))).toBe(0);
    expect(await as(account(somebodyElse, ['auditor'], []), () => count('case_file', caseFile.id))).toBe(0);
    await closeMission(service, missionId);
    expect(await as(auditor, () => count('case_file', caseFile.id))).toBe(0);
  });

  it.each(ACCOUNT_ROLES)('lets %s change a case only if the policy lets the role write', async (role) => {
    const { id } = await service.hire({ roles: [role] });
    const caseFile = await insertBareCase(service, { team: 'North', leadId: id, assignedId: id });
    const changed = await as(account(id, [role], []), async () => {
      const { rowCount } = await client.query('UPDATE case_file SET seq = seq WHERE id = $1', [caseFile.id]);
      return rowCount;
    });
    expect(changed === 1).toBe(mayEver(role, 'write'));
  });

  it('lets nobody assign themselves to a case that they do not see, nor take an ended assignment up again', async () => {
    const { id } = await service.hire({ roles: ['caseworker'], teams: ['North'] });
    const [own, foreign] = [
      await insertBareCase(service, { team: 'North' }),
      await insertBareCase(service, { team: 'South' }),
    ];
    const ended = await insertBareCase(service, { team: 'South', assignedId: id });
    await service.asSeed(({ manager }) =>
      manager.query(`UPDATE assignment SET ended_at = now() WHERE case_file_id = $1`, [ended.id]),
    );
    const [north, south] = [await teamId('North'), await teamId('South')];
    const actor = account(id, ['caseworker'], [north]);
    const assign = (caseId: string, team: string): Promise<unknown> =>
      as(actor, () =>
        client.query(
          `INSERT INTO assignment (case_file_id, team_id, account_id, since) VALUES ($1, $2, $3, now())`,
          [caseId, team, id],
        ),
      );
    await expect(assign(own.id, north)).resolves.toMatchObject({ rowCount: 1 });
    await expect(assign(foreign.id, south)).rejects.toMatchObject({ code: '42501' });
    const reopened = await as(actor, () =>
      client.query(`UPDATE assignment SET ended_at = NULL WHERE case_file_id = $1`, [ended.id]),
    );
    expect(reopened.rowCount).toBe(0);
  });

  it.each(['second-opinion', 'approver', 'break-glass', 'assigned'] as const)(
    'lets who has a case by %s give it away, or add people, only if they work on it',
    async (relation) => {
      const { id } = await service.hire({ roles: ['supervisor'], teams: ['North'] });
      const assignedId = relation === 'assigned' ? id : somebodyElse;
      const caseFile = await insertBareCase(service, { team: 'South', assignedId });
      await grantTo(service, caseFile, id, relation);
      const { id: newcomer } = await service.hire({ roles: ['caseworker'] });
      const [north, south] = [await teamId('North'), await teamId('South')];
      const tried = (sql: string, parameters: readonly unknown[]): Promise<unknown> =>
        as(account(id, ['supervisor'], [north]), () => client.query(sql, [...parameters])).then(
          ({ rowCount }) => rowCount,
          (error: unknown) => (error as { code?: string }).code,
        );
      const works = relation === 'assigned';
      const give = `INSERT INTO assignment (case_file_id, team_id, account_id, since) VALUES ($1, $2, $3, now())`;
      expect(await tried(give, [caseFile.id, south, newcomer])).toBe(works ? 1 : '42501');
      if (relation !== 'assigned' && relation !== 'break-glass')
        expect(
          await tried(
            `UPDATE assignment SET until_at = until_at + interval '1 year' WHERE case_file_id = $1 AND account_id = $2`,
            [caseFile.id, id],
          ),
        ).toBe('42501');
    },
  );

  it('lets the supervisors of the team alone widen a circle', async () => {
    const caseFile = await insertBareCase(service, { team: 'North', assignedId: somebodyElse });
    const [north, south] = [await teamId('North'), await teamId('South')];
    const { id } = await service.hire({ roles: ['supervisor'], teams: ['South'] });
    await grantTo(service, caseFile, id, 'second-opinion');
    await service.asSeed(({ manager }) =>
      manager.query(
        `INSERT INTO restriction (id, case_file_id, team_id, circle, reason, key_id, words, since, set_by)
         SELECT gen_random_uuid(), id, team_id, ARRAY[$2::uuid], 'other', data_key_id, 'x', now(), $2 FROM case_file WHERE id = $1`,
        [caseFile.id, id],
      ),
    );
    const widen = (role: AccountRole, team: string): Promise<number | null> =>
      as(account(id, [role], [team]), async () => {
        const { rowCount } = await client.query(
          `UPDATE restriction SET circle = array_append(circle, $2) WHERE case_file_id = $1`,
          [caseFile.id, somebodyElse],
        );
        return rowCount;
      });
    expect(await widen('supervisor', south)).toBe(0);
    expect(await widen('caseworker', north)).toBe(0);
    expect(await widen('supervisor', north)).toBe(1);
  });

  it('lets a supervisor plan cover for the own team and in the own name, and nobody else', async () => {
    const [planner, member] = [
      await service.hire({ roles: ['supervisor'], teams: ['North'] }),
      await service.hire({ roles: ['caseworker'], teams: ['North'] }),
    ];
    const [north, south] = [await teamId('North'), await teamId('South')];
    const by = (role: AccountRole, sql: string, parameters: readonly unknown[]): Promise<unknown> =>
      as(account(planner.id, [role], [north]), () => client.query(sql, [...parameters]));
    const duty = (role: AccountRole, team: string, namedBy = planner.id): Promise<unknown> =>
      by(
        role,
        `INSERT INTO duty (id, team_id, account_id, from_at, until_at, named_by, named_at)
         VALUES (gen_random_uuid(), $1, $2, now(), now() + interval '1 day', $3, now())`,
        [team, member.id, namedBy],
      );
    const substitution = (role: AccountRole, teams: readonly string[], absentId = member.id) =>
      by(
        role,
        `INSERT INTO substitution (id, absent_id, substitute_id, from_at, until_at, named_by, named_at, team_ids)
         VALUES (gen_random_uuid(), $1, $2, now(), now() + interval '1 day', $3, now(), $4)`,
        [absentId, somebodyElse, planner.id, teams],
      );
    const denied = { code: '42501' };
    await expect(duty('supervisor', north)).resolves.toMatchObject({ rowCount: 1 });
    await expect(duty('caseworker', north)).rejects.toMatchObject(denied);
    await expect(duty('supervisor', south)).rejects.toMatchObject(denied);
    await expect(duty('supervisor', north, member.id)).rejects.toMatchObject(denied);
    await expect(substitution('supervisor', [north])).resolves.toMatchObject({ rowCount: 1 });
    await expect(substitution('caseworker', [north])).rejects.toMatchObject(denied);
    await expect(substitution('supervisor', [north, south])).rejects.toMatchObject(denied);
    const stranger = await service.hire({ roles: ['caseworker'], teams: ['South'] });
    await expect(substitution('supervisor', [north], stranger.id)).rejects.toMatchObject(denied);
  });

  it('shows a draft to its writer only', async () => {
    const [mine, theirs] = await Promise.all(
      [1, 2].map(() => service.hire({ roles: ['supervisor'], teams: ['North'] })),
    );
    if (!mine || !theirs) throw new Error('nobody');
    const caseFile = await insertBareCase(service, { team: 'North' });
    await service.query(
      `INSERT INTO draft (account_id, run_id, step, case_file_id, key_id, content, protocol_version, saved_at)
       SELECT $1, r.id, 'first', r.case_file_id, c.data_key_id, 'x', '1', now() FROM run r JOIN case_file c ON c.id = r.case_file_id
        WHERE c.id = $2`,
      [mine.id, caseFile.id],
    );
    const north = await teamId('North');
    expect(await as(account(mine.id, ['supervisor'], [north]), () => count('draft', caseFile.id))).toBe(1);
    expect(await as(account(theirs.id, ['supervisor'], [north]), () => count('draft', caseFile.id))).toBe(0);
  });

  it('shows a duplicate task to supervisors of either team only', async () => {
    const { id } = await service.hire({ roles: ['supervisor'] });
    const [one, two] = [
      await insertBareCase(service, { team: 'North' }),
      await insertBareCase(service, { team: 'South' }),
    ];
    const [north, south] = [await teamId('North'), await teamId('South')];
    await service.asSeed(({ manager }) =>
      manager.query(
        `INSERT INTO duplicate_task (case_file_id, team_id, other_case_file_id, other_team_id, why, raised_at, raised_by)
         VALUES ($1, $2, $3, $4, '{same-name}', now(), 'system:seed')`,
        [one.id, north, two.id, south],
      ),
    );
    const sees = (role: AccountRole, team: string[]): Promise<number> =>
      as(account(id, [role], team), () => count('duplicate_task', one.id));
    expect(await sees('supervisor', [north])).toBe(1);
    expect(await sees('supervisor', [south])).toBe(1);
    expect(await sees('supervisor', [])).toBe(0);
    expect(await sees('caseworker', [north, south])).toBe(0);
  });

  it('lets a supervisor who sees the case say that an alert was seen, in their own name, and nobody else', async () => {
    const [someone, other] = [await service.hire({ roles: [] }), await service.hire({ roles: [] })];
    const caseFile = await insertBareCase(service, { team: 'North' });
    const [north, south] = [await teamId('North'), await teamId('South')];
    const see = (role: AccountRole, team: string, seenBy = someone.id): Promise<unknown> =>
      as(account(someone.id, [role], [team]), () =>
        client.query(
          `INSERT INTO alert_seen (alert_id, case_file_id, seen_by, seen_at) VALUES (gen_random_uuid(), $1, $2, now())`,
          [caseFile.id, seenBy],
        ),
      );
    await expect(see('supervisor', north)).resolves.toMatchObject({ rowCount: 1 });
    await expect(see('supervisor', south)).rejects.toMatchObject({ code: '42501' });
    await expect(see('supervisor', north, other.id)).rejects.toMatchObject({ code: '42501' });
    await expect(see('caseworker', north)).rejects.toMatchObject({ code: '42501' });
  });

  it('shows cases to the system actors that work on them, to no other', async () => {
    const caseFile = await insertBareCase(service, { team: 'North' });
    expect(await as({ kind: 'system', id: 'system:recompute' }, () => count('case_file', caseFile.id))).toBe(
      1,
    );
    expect(await as({ kind: 'system', id: 'system:session' }, () => count('case_file', caseFile.id))).toBe(0);
    expect(await as({ kind: 'system', id: 'system:access' }, () => count('case_file', caseFile.id))).toBe(0);
  });

  it('is on, forced, for every table that holds a case', async () => {
    const rows = await service.query<{ relname: string }>(
      `SELECT DISTINCT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attname = 'case_file_id'
          AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`,
    );
    // The outbox says only that something changed.
    expect(rows.map(({ relname }) => relname)).toEqual(['outbox']);
  });

  it('holds through every view: each is read with the policies of whoever asks', async () => {
    const rows = await service.query<{ relname: string; asks: boolean }>(
      `SELECT relname, coalesce(reloptions @> ARRAY['security_invoker=true'], false) AS asks FROM pg_class
        WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace ORDER BY 1`,
    );
    expect(rows.map(({ relname, asks }) => [relname, asks])).toEqual(
      ['case_relation', 'case_relation_now', 'team_relation', 'team_relation_now'].map((it) => [it, true]),
    );
  });

  it('shows who has a relation to a case to the system actors that work on cases, to no other', async () => {
    const { id } = await service.hire({ roles: ['caseworker'], teams: ['North'] });
    const caseFile = await insertBareCase(service, { team: 'North', assignedId: id });
    const grants = () =>
      client
        .query(`SELECT FROM case_relation WHERE case_id = $1 AND account_id = $2`, [caseFile.id, id])
        .then(({ rowCount }) => rowCount);
    expect(await as({ kind: 'system', id: 'system:record' }, grants)).toBe(2);
    expect(await as({ kind: 'system', id: 'system:session' }, grants)).toBe(0);
    expect(await as({ kind: 'system', id: 'system:access' }, grants)).toBe(0);
    await expect(as(null, grants)).rejects.toMatchObject({ code: 'RP003' });
  });
});
