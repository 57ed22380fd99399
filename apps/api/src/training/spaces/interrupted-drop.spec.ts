import { Logger } from '@nestjs/common';
import pg from 'pg';
import { Provisioner } from '../../platform/spaces/making/provisioner';
import { newTrainingDatabase } from '../../platform/spaces/making/training-databases';
import { asSuperuser, testDatabase } from '../../testing/database/test-database';
import { NO_PROTOCOLS, TestService } from '../../testing/test-service';
import { dropSpaces } from '../testing/led-spaces';

const KEY = 'gone';

describe('a drop of a training space that was interrupted', () => {
  let service: TestService;
  let warned: string[];
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS } });
  });
  beforeEach(() => {
    warned = [];
    jest
      .spyOn(Logger.prototype, 'warn')
      .mockImplementation((said: unknown) => void warned.push(String(said)));
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(async () => {
    await dropSpaces(service);
    await service.stop();
  });

  /** A database that is to be dropped, as whoever makes training spaces left it. */
  async function leaveDatabase(): Promise<string> {
    const database = newTrainingDatabase(KEY);
    const client = new pg.Client({ connectionString: testDatabase().urls.provisioner });
    await client.connect();
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(database)}`);
    await client.end();
    await service.inBook(`INSERT INTO space_leftover (database, key) VALUES ($1, $2)`, [database, KEY]);
    return database;
  }
  /** What PostgreSQL leaves of a database where DROP DATABASE is killed on its way. */
  const interruptDrop = (database: string): Promise<unknown> =>
    asSuperuser('postgres', (client) =>
      client.query(`UPDATE pg_database SET datconnlimit = -2 WHERE datname = $1`, [database]),
    );
  const left = async (): Promise<readonly string[]> => {
    const rows = await service.inBook<{ database: string }>(`SELECT database FROM space_leftover`);
    return rows.map(({ database }) => database);
  };
  const existing = (databases: readonly string[]): Promise<readonly string[]> =>
    asSuperuser('postgres', async (client) => {
      const { rows } = await client.query<{ datname: string }>(
        `SELECT datname FROM pg_database WHERE datname = ANY ($1)`,
        [databases],
      );
      return rows.map(({ datname }) => datname);
    });

  /** Whoever begins to drop this one loses the connection; what is given ends that. */
  function endConnectionOf(database: string): () => void {
    const query = pg.Client.prototype.query;
    const spy = jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
      this: pg.Client & { processID?: number },
      ...asked: unknown[]
    ) {
      const given = (): unknown => Reflect.apply(query, this, asked);
      if (!String(asked[0]).startsWith(`ALTER DATABASE "${database}"`)) return given();
      return asSuperuser('postgres', (it) =>
        it.query(`SELECT pg_terminate_backend($1)`, [this.processID]),
      ).then(given);
    } as never);
    return () => spy.mockRestore();
  }

  it('is done whole the next time, with whatever else is left of that space', async () => {
    const databases = [await leaveDatabase(), await leaveDatabase(), await leaveDatabase()];
    for (const database of databases.slice(0, 2)) await interruptDrop(database);
    await service.app.get(Provisioner).sweepSpace(KEY);
    expect(await existing(databases)).toEqual([]);
    expect(await left()).toEqual([]);
    expect(warned).toEqual([]);
  });

  it('keeps the others from nothing where it costs the connection', async () => {
    const databases = [await leaveDatabase(), await leaveDatabase()].sort();
    const [first = ''] = databases;
    const restore = endConnectionOf(first);
    await service.app.get(Provisioner).sweepSpace(KEY);
    expect(await existing(databases)).toEqual([first]);
    expect(warned).toHaveLength(1);
    expect(warned[0]).toContain(`${first} is not dropped yet`);
    restore();
    await service.app.get(Provisioner).sweepSpace(KEY);
    expect(await existing(databases)).toEqual([]);
    expect(await left()).toEqual([]);
  });
});
