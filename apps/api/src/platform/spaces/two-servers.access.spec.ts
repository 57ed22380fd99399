import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
// Plain Node, no project of the workspace: no name to import it by.
// eslint-disable-next-line @nx/enforce-module-boundaries
import {
  createRolesAndDatabases,
  removeDatabase,
  startDatabase,
  stopDatabase,
} from '../../../../../tools/database/database.mjs';
import { CaseClient } from '../../cases/testing/case-client';
import { CheckRecord } from '../../fsck/checks/check-record';
import { migrateSpaces } from '../../migrations/migrate-spaces';
import { asSuperuser, onDatabase, testDatabase } from '../../testing/database/test-database';
import { makeTestSigner } from '../../testing/make-test-signer';
import { TestService } from '../../testing/test-service';
import { until } from '../../testing/until';
import type { ProblemDto } from '../answers/openapi';
import { CheckKeys } from '../secrecy/check-keys';
import { Spaces } from './spaces';

const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** Nobody is called so: the space is asked, and the answer is no. */
const signInAs = (service: TestService, key: string | null) =>
  service.client(key).post<ProblemDto>('/session', { login: 'nobody', password: 'a long enough password' });

/** Two PostgreSQL servers: the one of all tests with the address book, and one for a département in the east. */
describe('a live space on another PostgreSQL server', () => {
  const dir = mkdtempSync(join(tmpdir(), 'repere-east-'));
  let superuserUrl: string;
  /** Before there was a space there. */
  let first: TestService;
  let service: TestService;
  beforeAll(async () => {
    ({ superuserUrl } = await startDatabase({ dir, settings: FAST }));
    const urls = await createRolesAndDatabases(superuserUrl, {
      databases: { book: 'repere', live: 'repere_east' },
    });
    const east = { databaseUrl: urls.app, ledgerDatabaseUrl: urls.recorder };
    const servers = new Map([['east', east]]);
    first = await TestService.start({ configuration: { servers } });
    await first.inBook(
      `INSERT INTO space (key, kind, title, database, key_ring, server) VALUES ('east', 'live', 'Est', 'repere_east', 'east', 'east')`,
    );
    // As `migrate.js` does, in every space wherever it is.
    const book = new URL(first.configuration.databaseUrl).pathname.slice(1);
    const owner = onDatabase(testDatabase().urls.owner, book);
    const { migrated } = await migrateSpaces(owner, {
      ...{ database: first.databaseOf(), title: 'Live', servers: new Map([['east', urls.owner]]) },
    });
    expect(migrated).toEqual([first.databaseOf(), 'repere_east']);
    service = await first.replica({ keepsRecord: true, signer: await makeTestSigner() });
  }, 120_000);
  afterAll(async () => {
    await service.stop();
    await first.stop();
    await removeDatabase(dir);
  });

  async function asSuperuserThere<R extends pg.QueryResultRow>(sql: string): Promise<R[]> {
    const client = new pg.Client({ connectionString: onDatabase(superuserUrl, 'repere_east') });
    await client.connect();
    try {
      return (await client.query<R>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  it('is worked in like any other, with its record signed there, and nothing of it on the first server', async () => {
    const there = await service.signIn({ roles: ['caseworker'], teams: ['Est'] }, 'east');
    const here = await service.signIn({ roles: ['caseworker'], teams: ['Nord'] });
    const { id } = await new CaseClient(there.client).opened();
    expect((await there.client.get(`/case-files/${id}`)).status).toBe(200);
    expect((await here.client.get(`/case-files/${id}`)).status).toBe(404);
    const found = await asSuperuserThere<{ id: string }>('SELECT id FROM case_file');
    expect(found.map((it) => it.id)).toEqual([id]);
    await until(async () => {
      const [row] = await asSuperuserThere<{ sealed: boolean }>(
        `SELECT NOT EXISTS (SELECT 1 FROM ledger_queue)
                AND (SELECT max(size) FROM ledger_checkpoint) = (SELECT count(*) FROM ledger_leaf) AS sealed`,
      );
      return row?.sealed === true;
    });
    const east = await service.app.get(Spaces).findSpace('east');
    expect(east).toMatchObject({ server: 'east', database: 'repere_east' });
    if (east) expect((await service.app.get(CheckRecord).check(east)).findings).toEqual([]);
    const { rowCount } = await asSuperuser('postgres', (client) =>
      client.query(`SELECT 1 FROM pg_database WHERE datname = 'repere_east'`),
    );
    expect(rowCount).toBe(0);
  });

  it('is away with its server, alone: others answer and start, and it is there again with it', async () => {
    await stopDatabase(dir);
    const { status, body, headers } = await signInAs(service, 'east');
    expect([status, body.code, headers.get('Retry-After')]).toEqual([503, 'unavailable', '2']);
    expect((await signInAs(service, null)).status).toBe(401);
    const started = await first.replica();
    expect((await signInAs(started, null)).status).toBe(401);
    await startDatabase({ dir, settings: FAST });
    expect((await signInAs(service, 'east')).status).toBe(401);
    // What a process does in each space before it serves was not done there: it is now, once, before anybody is let in.
    const check = started.app.get(CheckKeys);
    const held = jest.spyOn(check, 'problemsOf').mockResolvedValueOnce(['not the key of that name']);
    expect((await signInAs(started, 'east')).status).toBeGreaterThanOrEqual(500);
    const all = await Promise.all(Array.from({ length: 12 }, () => started.client('east').get('/session')));
    expect(new Set(all.map((it) => it.status))).toEqual(new Set([401]));
    expect(held).toHaveBeenCalledTimes(2);
    await started.stop();
  }, 60_000);

  it('keeps a process from starting that was not told of its server, and says which', async () => {
    await expect(first.replica({ servers: new Map() })).rejects.toThrow(/REPERE_SERVERS: .*east/);
  });
});
