import { randomUUID } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import { CaseClient } from '../../cases/testing/case-client';
import { MOVING_PROTOCOLS, TestService } from '../../testing/test-service';
import { SpaceConnections } from '../spaces/space-connections';
import { type Space, Spaces } from '../spaces/spaces';
import { UnitOfWork } from '../unit/unit-of-work';

const ACT = { type: 'case-file.read', purpose: 'care', idempotent: false } as const;
const CONNECTIONS = 20;

describe('a connection that somebody else had', () => {
  let service: TestService;
  let space: Space;
  let north: CaseClient;
  let south: CaseClient;
  let northCase: string;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: MOVING_PROTOCOLS } });
    const found = await service.app.get(Spaces).findSpace(null);
    if (!found) throw new Error('no space');
    space = found;
    north = new CaseClient((await service.signIn({ roles: ['caseworker'], teams: ['North'] })).client);
    south = new CaseClient((await service.signIn({ roles: ['caseworker'], teams: ['South'] })).client);
    northCase = (await north.opened()).id;
    await south.opened();
  });
  afterAll(() => service.stop());

  /** All connections of the pool at once: whoever comes next gets one of these. */
  const eachConnection = <T>(query: (runner: QueryRunner) => Promise<T>): Promise<readonly T[]> =>
    service.app.get(SpaceConnections).use(space, async (source) => {
      const runners = Array.from({ length: CONNECTIONS }, () => source.createQueryRunner());
      try {
        await Promise.all(runners.map((runner) => runner.connect()));
        return await Promise.all(runners.map(query));
      } finally {
        await Promise.all(runners.map((runner) => runner.release()));
      }
    });
  const contexts = async (): Promise<readonly unknown[]> => [
    ...new Set(
      await eachConnection(async (runner) => {
        const [row]: { ctx: string | null }[] = await runner.query(
          `SELECT nullif(current_setting('app.ctx', true), '') AS ctx`,
        );
        return row?.ctx ?? null;
      }),
    ),
  ];
  const cases = (): Promise<readonly string[]> =>
    eachConnection((runner) =>
      runner.query('SELECT id FROM case_file').then(
        () => 'shown',
        (error: unknown) => String(error instanceof Error && 'code' in error ? error.code : error),
      ),
    );
  const aborted = (how: (units: UnitOfWork) => Promise<unknown>): Promise<unknown> => {
    const units = service.app.get(UnitOfWork);
    return units
      .runAs('system:seed', { space, correlation: randomUUID() }, ACT, () => how(units))
      .then(
        () => 'done',
        () => 'aborted',
      );
  };

  it.each([
    ['a statement that fails', (units: UnitOfWork) => units.manager.query('SELECT 1/0')],
    ['what fails beside the database', () => Promise.reject(new Error('no'))],
    [
      'a statement that fails, and one after it',
      (units: UnitOfWork) =>
        units.manager.query('SELECT 1/0').catch(() => units.manager.query('SELECT id FROM case_file')),
    ],
  ] as const)('knows nobody after %s', async (_what, how) => {
    const ends = await Promise.all(Array.from({ length: CONNECTIONS * 2 }, () => aborted(how)));
    expect(new Set(ends)).toEqual(new Set(['aborted']));
    expect(await contexts()).toEqual([null]);
    expect(new Set(await cases())).toEqual(new Set(['RP003']));
  });

  it('knows nobody after a request, nor after one that was refused', async () => {
    await Promise.all(
      Array.from({ length: CONNECTIONS }, async (_, place) =>
        place % 2 === 0 ? north.readCase(northCase) : south.http.get(`/case-files/${northCase}`),
      ),
    );
    expect(await contexts()).toEqual([null]);
    expect((await south.http.get(`/case-files/${northCase}`)).status).toBe(404);
  });

  it('that the server dropped in the middle of a transaction is given to nobody', async () => {
    const end = await aborted(async (units) => {
      const [row]: { pid: number }[] = await units.manager.query('SELECT pg_backend_pid() AS pid');
      await service.query('SELECT pg_terminate_backend($1)', [row?.pid]);
      return units.manager.query('SELECT id FROM case_file');
    });
    expect(end).toBe('aborted');
    expect(await contexts()).toEqual([null]);
    expect((await north.readCase(northCase)).id).toBe(northCase);
    expect((await south.http.get(`/case-files/${northCase}`)).status).toBe(404);
  });

  it('that kept a setting beyond its transaction would be found by this test', async () => {
    const leaky = await eachConnection(async (runner) => {
      await runner.query(`SELECT set_config('app.ctx', 'x', false)`);
      const [row]: { ctx: string }[] = await runner.query(`SELECT current_setting('app.ctx', true) AS ctx`);
      await runner.query(`SELECT set_config('app.ctx', '', false)`);
      return row?.ctx;
    });
    expect(new Set(leaky)).toEqual(new Set(['x']));
  });
});
