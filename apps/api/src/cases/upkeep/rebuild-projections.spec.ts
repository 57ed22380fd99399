import { randomUUID } from 'node:crypto';
import { Demo } from '../../demo/demo';
import { DemoModule } from '../../demo/demo.module';
import { type Space, Spaces } from '../../platform/spaces/spaces';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { SHIPPED_PROTOCOLS, TestService } from '../../testing/test-service';
import type { Answer } from '../../testing/accounts/test-client';
import { traceStatements } from '../../testing/database/statement-trace';
import type { ActDoneDto } from '../page/case-file.dto';
import type { StepInputDto } from '../steps/step-input.dto';
import { CaseClient } from '../testing/case-client';
import { WRITE_PROJECTED } from '../projections/projected-case.query';
import { type RowChanges, rowChanges } from '../projections/row-changes';
import { PROJECTED_TABLES, type ProjectedRows } from '../projections/projections';
import { RebuildProjectionsService } from './rebuild-projections.service';

describe('rebuilding the projections', () => {
  let service: TestService;
  let space: Space;
  beforeAll(async () => {
    service = await TestService.start({
      configuration: { demo: true, protocolsDir: SHIPPED_PROTOCOLS },
      modules: [DemoModule],
    });
    const found = await service.app.get(Spaces).findSpace(null);
    if (!found) throw new Error('no space');
    // One moment for what is written act by act and for what is rebuilt.
    space = { ...found, fixedNow: Date.now() };
    const demo = new Demo(service.app);
    const { accounts } = await service.asSeed(() => demo.staff.seed());
    // The whole demo is told first.
    await demo.cases.seed(space, accounts);
  }, 180_000);
  afterAll(() => service.stop());

  const rebuild = (): Promise<void> => rebuildAll(service, space);
  const projections = (): Promise<Record<string, unknown>> => allProjections(service);

  it('gives what was written act by act', async () => {
    const before = await projections();
    await rebuild();
    expect(await projections()).toEqual(before);
  });

  it('mends what was lost or altered', async () => {
    const before = await projections();
    await service.asSuperuser(async (client) => {
      await client.query(`SET session_replication_role = replica`);
      await client.query(`DELETE FROM step_state WHERE state = 'ready'; DELETE FROM case_fact; DELETE FROM alert; DELETE FROM deviation;
        UPDATE step_conformance SET weight = 9, met = NOT met, late_from = now();
        UPDATE deadline SET due_at = due_at + interval '1 year', met_at = now(); UPDATE run SET ended = NOT ended, outcome = 'x';
        UPDATE case_file SET seq = 0, next_due_at = NULL, next_change_at = NULL`);
    });
    expect(await projections()).not.toEqual(before);
    await rebuild();
    expect(await projections()).toEqual(before);
  });
});

describe('rows that an act writes by their keys', () => {
  let service: TestService;
  let space: Space;
  let worker: CaseClient;
  let supervisor: CaseClient;
  beforeAll(async () => {
    service = await TestService.start();
    const found = await service.app.get(Spaces).findSpace(null);
    if (!found) throw new Error('no space');
    const people = [
      await service.signIn({ roles: ['caseworker'], teams: ['North'] }),
      await service.signIn({ roles: ['supervisor'], teams: ['North'] }),
    ];
    [worker, supervisor] = people.map(({ client }) => new CaseClient(client)) as [CaseClient, CaseClient];
    // No time goes by: what an act leaves is what is derived at any later moment, and all that stood is known.
    space = { ...found, fixedNow: Date.now() };
    jest.spyOn(Date, 'now').mockReturnValue(space.fixedNow ?? 0);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await service.stop();
  });

  /** Ways in which what was done wrote, once what it left is what is derived anew. */
  const act = async <T>(
    what: () => Promise<Answer<T>>,
  ): Promise<{ readonly body: T; readonly ways: readonly string[] }> => {
    const { result, statements } = await traceStatements(what);
    expect([result.status, result.body]).toEqual([200, result.body]);
    const left = await allProjections(service);
    await rebuildAll(service, space);
    expect(await allProjections(service)).toEqual(left);
    return {
      body: result.body,
      ways: statements.flatMap(({ text }) => (text.includes('SET seq =') ? waysIn(text) : [])),
    };
  };

  it('are those that are derived anew, after each act', async () => {
    const { id } = await worker.opened();
    const written: string[] = [];
    const done = async (what: () => Promise<Answer<ActDoneDto>>): Promise<string> => {
      const { body, ways } = await act(what);
      written.push(...ways);
      return body.entryIds[0] ?? '';
    };
    const complete = (protocol: string, step: string, input: StepInputDto): Promise<string> =>
      done(() => worker.complete(id, protocol, step, input));
    const tell = (values: StepInputDto['values']): Promise<string> =>
      done(async () =>
        worker.sendAct(id, 'facts', { values }, { seq: (await worker.readCase(id)).state.seq }),
      );
    await tell({ alone: 'yes' });
    await tell({ alone: 'no', tongue: 'français' });
    const entryId = await complete('welcome', 'arrive', { values: { peril_seen: 'yes', bitten: 'yes' } });
    await complete('refuge', 'remedy', { values: { remedy_answer: 'accepted' } });
    const isWrong = { entryId, values: { bitten: 'no' }, why: 'Erreur' };
    await done(() => worker.step(id, 'welcome', 'arrive', 'amend', isWrong));
    for (const [bed, bed_given] of [
      ['no', 'yes'],
      ['yes', 'no'],
      ['no', 'yes'],
    ] as const)
      await complete('refuge', 'plan_night', { values: { bed, bed_given } });
    await complete('welcome', 'watch', { values: { frailties: {}, signs: {}, taught: 'yes' } });
    await complete('welcome', 'judge', { ...DECIDED, values: { verdict: 'probable' }, reasons: ['seen'] });
    await complete('welcome', 'sort', { values: { harm: { sold: 'yes' } } });
    const danger = { values: { peril: 'danger', crime: 'no', alone: 'yes' }, reasons: ['near'] } as const;
    const weighed = { entryId: await complete('refuge', 'weigh', { ...DECIDED, ...danger }) };
    await done(() => supervisor.step(id, 'refuge', 'weigh', 'approve', weighed));
    const givenBy = { values: { bed_kind: 'tent', given_by: 'police' }, by: [{ role: 'OPJ' }] } as const;
    await complete('refuge', 'lodged_by_others', givenBy);
    await complete('refuge', 'ordered', { values: { order_by: 'court' }, by: [{ role: 'JE' }] });
    const isElsewhere = { reason: 'elsewhere', note: 'Vu avec la brigade' };
    await done(() => worker.step(id, 'welcome', 'note_traces', 'waive', isElsewhere));
    await tell({ gone: 'yes' });
    // Else this would hold whole tables against themselves.
    for (const way of BY_KEY) expect([way, written.includes(way)]).toEqual([way, true]);
    const lanes = written.filter((it) => it === 'work_line gone+set');
    expect(lanes.length).toBeGreaterThan(3);
  });

  it('are found by a key that holds nothing', async () => {
    const { id, state, team } = await worker.opened();
    const runId = state.runs[0]?.runId ?? '';
    const fact = (run_id: string | null, value: string, name = 'alone') => ({
      ...{ run_id, fact: name, value, role: null, counted: [], seq: '1' },
    });
    const none = Object.fromEntries(PROJECTED_TABLES.map((table) => [table, []])) as unknown as ProjectedRows;
    const holding = (case_fact: ProjectedRows['case_fact']): ProjectedRows => ({ ...none, case_fact });
    const write = ({ tables, rows }: RowChanges): Promise<unknown> =>
      service.asSeed(({ manager }) =>
        WRITE_PROJECTED.first(manager, {
          ...{ id, teamId: team.id, leadId: null, seq: state.seq, changedAt: new Date(Date.now()) },
          ...{ nextChangeAt: null, nextDueAt: null, closedOn: null, done: null, by: null },
          ...{ changed: tables, rows: JSON.stringify(rows), projected: '{}', before: null },
        }),
      );
    const whole = (rows: ProjectedRows): RowChanges => ({
      tables: [{ table: 'case_fact', way: 'all' }],
      rows: { case_fact: rows.case_fact },
    });
    const found = (): Promise<readonly unknown[]> =>
      service.query(`SELECT * FROM case_fact f WHERE case_file_id = $1 ORDER BY to_jsonb(f)::text`, [id]);
    const both = [fact(null, 'yes'), fact(runId, 'yes')];
    for (const [way, before, after] of [
      ['updated', both, [fact(null, 'no'), fact(runId, 'yes')]],
      ['updated', both, [fact(null, 'yes'), fact(runId, 'no')]],
      ['set', [fact(runId, 'yes')], both],
      ['set', [fact(null, 'yes')], [fact(null, 'no'), fact(runId, 'yes')]],
      ['gone', both, [fact(runId, 'yes')]],
      ['gone', both, [fact(null, 'yes')]],
      ['gone+updated', both, [fact(runId, 'no')]],
      ['gone+set', both, [fact(runId, 'yes'), fact(null, 'no', 'gone')]],
    ] as const) {
      await write(whole(holding(after)));
      const wanted = await found();
      expect(wanted).toHaveLength(after.length);
      await write(whole(holding(before)));
      expect(await found()).not.toEqual(wanted);
      const changes = rowChanges(['case_fact'], holding(after), { case_fact: before });
      expect(changes.tables).toEqual([{ table: 'case_fact', way }]);
      await write(changes);
      expect(await found()).toEqual(wanted);
    }
  });
});

const DECIDED = { bestInterests: 'Être à l’abri.', childView: { said: 'oui' } } as const;

/** What the acts below write by keys. */
const BY_KEY = [
  ...['run set', 'run updated', 'case_fact set', 'case_fact updated', 'alert set'],
  ...['step_state set', 'step_state updated', 'step_state gone', 'step_state gone+updated'],
  ...['deadline set', 'deadline updated', 'deadline gone'],
  ...['work_line set', 'work_line gone', 'work_line gone+set'],
  ...['step_conformance set', 'step_conformance updated', 'step_conformance gone+updated'],
] as const;

/** In which way a statement writes which tables. */
const waysIn = (text: string): readonly string[] =>
  PROJECTED_TABLES.flatMap((table) => {
    if (text.includes(`new_${table} AS`)) return [`${table} all`];
    const way = [
      ...(text.includes(`gone_${table} AS (DELETE`) ? ['gone'] : []),
      ...(text.includes(`set_${table} AS (UPDATE`) ? ['updated'] : []),
      ...(text.includes(`set_${table} AS ( INSERT`) ? ['set'] : []),
    ];
    return way.length === 0 ? [] : [`${table} ${way.join('+')}`];
  });

async function rebuildAll(service: TestService, space: Space): Promise<void> {
  let after: string | null = null;
  do {
    const from: string | null = after;
    after = await service.app
      .get(UnitOfWork)
      .runAs('system:rebuild', { space, correlation: randomUUID() }, REBUILD, () =>
        service.app.get(RebuildProjectionsService).rebuild(from, 5),
      );
  } while (after !== null);
}

async function allProjections(service: TestService): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const table of PROJECTED_TABLES)
    all[table] = await service.query(`SELECT * FROM ${table} t ORDER BY to_jsonb(t)::text`);
  all['case_file'] = await service.query(
    `SELECT id, seq, changed_at, next_change_at, next_due_at, projected FROM case_file ORDER BY id`,
  );
  return all;
}

const REBUILD = { type: 'projections.rebuild', purpose: 'maintenance', idempotent: false } as const;
