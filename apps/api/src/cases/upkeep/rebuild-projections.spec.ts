import { randomUUID } from 'node:crypto';
import { Demo } from '../../demo/demo';
import { DemoModule } from '../../demo/demo.module';
import { type Space, Spaces } from '../../platform/spaces/spaces';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { SHIPPED_PROTOCOLS, TestService } from '../../testing/test-service';
import { PROJECTED_TABLES } from '../projections/projections';
import { RebuildProjectionsService } from './rebuild-projections.service';

describe('rebuilding the projections', () => {
  let service: TestService;
  let space: Space;
  beforeAll(async () => {
    service = await TestService.start({
      configuration: { demo: true, protocolsDir: SHIPPED_PROTOCOLS },
      modules: [DemoModule],
    });
    const found = await service.app.get(Spaces).find(null);
    if (!found) throw new Error('no space');
    // One moment for what is written act by act and for what is rebuilt.
    space = { ...found, fixedNow: Date.now() };
    const demo = new Demo(service.app);
    const { accounts } = await service.asSeed(() => demo.staff.seed());
    await demo.cases.seed(space, accounts);
    await rebuild();
    // The whole demo is told first.
  }, 180_000);
  afterAll(() => service.stop());

  const rebuild = async (): Promise<void> => {
    let after: string | null = null;
    do {
      const from: string | null = after;
      after = await service.app
        .get(UnitOfWork)
        .runAs('system:rebuild', { space, correlation: randomUUID() }, REBUILD, () =>
          service.app.get(RebuildProjectionsService).rebuild(from, 5),
        );
    } while (after !== null);
  };
  const projections = async (): Promise<Record<string, unknown>> => {
    const all: Record<string, unknown> = {};
    for (const table of PROJECTED_TABLES)
      all[table] = await service.query(`SELECT * FROM ${table} t ORDER BY to_jsonb(t)::text`);
    all['case_file'] = await service.query(
      `SELECT id, seq, changed_at, next_change_at, next_due_at FROM case_file ORDER BY id`,
    );
    return all;
  };

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

const REBUILD = { type: 'projections.rebuild', purpose: 'maintenance', idempotent: false } as const;
