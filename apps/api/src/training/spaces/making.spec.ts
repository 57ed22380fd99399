import pg from 'pg';
import type { ProblemDto } from '../../platform/answers/openapi';
import { Provisioner } from '../../platform/spaces/making/provisioner';
import { TRAINING_TEMPLATE } from '../../platform/spaces/making/training-databases';
import { SpaceConnections } from '../../platform/spaces/space-connections';
import { Spaces } from '../../platform/spaces/spaces';
import { asSuperuser, onDatabase, testDatabase } from '../../testing/database/test-database';
import { NO_PROTOCOLS, type SignedInClient, TestService } from '../../testing/test-service';
import {
  askForSpace,
  dropSpaces,
  makeSpace,
  once,
  playIn,
  settleSpaces,
  spacesOf,
} from '../testing/led-spaces';
import { until } from '../../testing/until';
import { MakeTrainingSpaces } from './make-training-spaces';
import { MOST_IN_ALL, MOST_SPACES } from '../../platform/spaces/making/space-life';

describe('making training spaces', () => {
  let service: TestService;
  let trainer: SignedInClient;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS } });
  });
  afterAll(async () => {
    await dropSpaces(service);
    await service.stop();
  });
  beforeEach(async () => {
    trainer = await service.signIn({ roles: ['trainer'], teams: ['North'] });
  });

  const databaseOf = async (key: string): Promise<string> =>
    (await service.inBook<{ database: string }>(`SELECT database FROM space WHERE key = $1`, [key]))[0]
      ?.database ?? '';
  const exists = async (database: string): Promise<boolean> =>
    asSuperuser('postgres', async (client) => {
      const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
      return rowCount === 1;
    });
  const stateOf = async (key: string): Promise<string | undefined> =>
    (await spacesOf(trainer.client)).find((it) => it.key === key)?.state;
  const change = (key: string, what: string) =>
    trainer.client.post(`/training/spaces/${key}/changes`, { change: what }, once());

  it('gives each its own database, keys and log, which the training role alone enters', async () => {
    const { key } = await makeSpace(service, trainer);
    const database = await databaseOf(key);
    const enter = async (role: 'app' | 'training' | 'provisioner' | 'owner'): Promise<string> => {
      const client = new pg.Client({ connectionString: onDatabase(testDatabase().urls[role], database) });
      return client.connect().then(
        () => client.end().then(() => 'in'),
        (error: unknown) => (error instanceof pg.DatabaseError ? (error.code ?? '') : 'failed'),
      );
    };
    expect(await enter('training')).toBe('in');
    expect(await enter('owner')).toBe('in');
    expect(await enter('app')).toBe('42501');
    const [space] = await service.inBook<{ key_ring: string }>(`SELECT key_ring FROM space WHERE key = $1`, [
      key,
    ]);
    expect(space?.key_ring).toBe(`training:${database}`);
  });

  it('lets its role see, change and enter nothing that is live', async () => {
    const { provisioner } = testDatabase().urls;
    const ended = new pg.Client({ connectionString: onDatabase(provisioner, service.databaseOf()) });
    await expect(ended.connect()).rejects.toMatchObject({ code: '42501' });
    const rows = service.app.get(Provisioner);
    expect(await rows.rows(`SELECT 1 FROM space WHERE kind = 'live'`)).toEqual([]);
    expect(await rows.rows(`UPDATE space SET title = 'x' WHERE key IS NULL RETURNING 1`)).toEqual([]);
    await expect(
      rows.rows(
        `INSERT INTO space (key, kind, title, database, key_ring) VALUES ('x', 'live', 'x', 'x', 'x')`,
      ),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(rows.rows(`DROP DATABASE ${service.databaseOf()}`)).rejects.toMatchObject({ code: '42501' });
  });

  it('begins again from nothing where it was killed half-way, and leaves nothing behind', async () => {
    const { body } = await askForSpace(trainer.client);
    const halves: string[] = [];
    const provisioner = service.app.get(Provisioner);
    await expect(
      provisioner.settleSpace(body.key, async ({ space }) => {
        halves.push(space.database);
        throw new Error('killed');
      }),
    ).rejects.toThrow('killed');
    expect(await stateOf(body.key)).toBe('creating');
    expect(await exists(halves[0] ?? '')).toBe(true);
    expect((await service.client(body.key).get<ProblemDto>('/about')).body.code).toBe('space-shut');

    await settleSpaces(service);
    expect(await stateOf(body.key)).toBe('open');
    await provisioner.sweepSpace(body.key);
    expect(await exists(halves[0] ?? '')).toBe(false);
    expect(await service.inBook('SELECT 1 FROM space_leftover WHERE key = $1', [body.key])).toEqual([]);
  });

  it('begins again where the connection was killed that was making it, while it copied or while it filled', async () => {
    const provisioner = service.app.get(Provisioner);
    const kill = (activity: string) =>
      asSuperuser('postgres', async (client) => {
        const { rowCount } = await client.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE usename = 'repere_provisioner' AND query LIKE $1 AND state LIKE $2`,
          [activity, 'idle%'],
        );
        return rowCount ?? 0;
      });
    const { body } = await askForSpace(trainer.client);
    const halves: string[] = [];
    await expect(
      provisioner.settleSpace(body.key, async ({ space }) => {
        halves.push(space.database);
        expect(await kill('ALTER DATABASE%')).toBe(1);
        return null;
      }),
    ).rejects.toThrow();
    expect(await stateOf(body.key)).toBe('creating');
    expect(await exists(halves[0] ?? '')).toBe(true);
    // Whoever asked is told once it is tried again, and nothing half-made is opened or stays.
    await provisioner.settleSpace(body.key, async () => {
      const [seen] = await spacesOf(trainer.client);
      expect([seen?.state, seen?.isTriedAgain]).toEqual(['creating', true]);
      return null;
    });
    const [made] = await spacesOf(trainer.client);
    expect([made?.state, made?.isTriedAgain]).toEqual(['open', false]);
    await provisioner.sweepSpace(body.key);
    expect(await exists(halves[0] ?? '')).toBe(false);
    expect(await service.inBook('SELECT 1 FROM space_leftover WHERE key = $1', [body.key])).toEqual([]);
  });

  it('makes what somebody waits for while what is over can’t be dropped yet', async () => {
    const { key } = await makeSpace(service, trainer);
    const database = await databaseOf(key);
    const settling: Promise<void>[] = [];
    await asSuperuser('postgres', async (client) => {
      // Somebody else has to do with that database: whoever drops it waits.
      await client.query('BEGIN');
      await client.query(`COMMENT ON DATABASE ${pg.escapeIdentifier(database)} IS 'in use'`);
      await trainer.client.delete(`/training/spaces/${key}`);
      settling.push(settleSpaces(service));
      const { body } = await askForSpace(trainer.client);
      settling.push(settleSpaces(service));
      await until(async () => (await stateOf(body.key)) === 'open');
      expect(await exists(database)).toBe(true);
      await client.query('COMMIT');
    });
    await Promise.all(settling);
    expect(await exists(database)).toBe(false);
  });

  it('does not try for ever what fails each time', async () => {
    const { body } = await askForSpace(trainer.client);
    const provisioner = service.app.get(Provisioner);
    const fails = (): Promise<never> => Promise.reject(new Error('always'));
    // One that finds the space in other hands is no try.
    for (let tries = 0; tries < 20 && (await stateOf(body.key)) !== 'failed'; tries++)
      await provisioner.settleSpace(body.key, fails).catch(() => undefined);
    expect(await stateOf(body.key)).toBe('failed');
    expect((await change(body.key, 'begin-anew')).status).toBe(200);
    await settleSpaces(service);
    expect(await stateOf(body.key)).toBe('open');
  });

  it('is done by one process at a time', async () => {
    const { body } = await askForSpace(trainer.client);
    let filled = 0;
    const fill = async (): Promise<null> => {
      filled++;
      return null;
    };
    const provisioner = service.app.get(Provisioner);
    await Promise.all([provisioner.settleSpace(body.key, fill), provisioner.settleSpace(body.key, fill)]);
    expect(filled).toBe(1);
  });

  it('keeps no request waiting, however many are being made', async () => {
    const keys: string[] = [];
    while (keys.length < MOST_SPACES) keys.push((await askForSpace(trainer.client)).body.key);
    let goOn = (): void => undefined;
    const gate = new Promise<null>((done) => (goOn = () => done(null)));
    const provisioner = service.app.get(Provisioner);
    const settling = keys.map((key) => provisioner.settleSpace(key, () => gate));
    await new Promise((done) => setTimeout(done, 500));
    const answered = spacesOf(trainer.client).then(({ length }) => length);
    const late = new Promise<string>((done) => setTimeout(() => done('kept waiting'), 3_000));
    try {
      expect(await Promise.race([answered, late])).toBe(MOST_SPACES);
    } finally {
      goOn();
    }
    await Promise.all(settling);
    expect((await spacesOf(trainer.client)).every(({ state }) => state === 'open')).toBe(true);
    for (const key of keys) await trainer.client.delete(`/training/spaces/${key}`);
    await settleSpaces(service);
  });

  it('is made by one of two processes', async () => {
    const { body } = await askForSpace(trainer.client);
    const other = await service.replica();
    let filled = 0;
    const fill = async (): Promise<null> => {
      filled++;
      await new Promise((done) => setTimeout(done, 500));
      return null;
    };
    await Promise.all([service, other].map(({ app }) => app.get(Provisioner).settleSpace(body.key, fill)));
    await other.stop();
    expect(filled).toBe(1);
  });

  it(`makes no more than ${String(MOST_IN_ALL)} in all`, async () => {
    await service.inBook(
      `INSERT INTO space (key, kind, title, database, key_ring, state, owner_id)
       SELECT 'full' || n, 'training', '', 'repere_training_full' || n, 'full' || n, 'archived', gen_random_uuid() FROM generate_series(1, $1::int) n`,
      [MOST_IN_ALL],
    );
    const { status, body } = await trainer.client.post<ProblemDto>(
      '/training/spaces',
      { title: 'Groupe du mardi' },
      once(),
    );
    expect([status, body.reasons?.[0]?.code]).toEqual([422, 'no-room-for-spaces']);
    await service.inBook(`DELETE FROM space WHERE key LIKE 'full%'`);
  });

  it('waits while the template is in use', async () => {
    const owner = testDatabase().urls.owner;
    await asSuperuser('postgres', (it) =>
      it.query(`ALTER DATABASE ${TRAINING_TEMPLATE} ALLOW_CONNECTIONS true`),
    );
    const inside = new pg.Client({ connectionString: onDatabase(owner, TRAINING_TEMPLATE) });
    await inside.connect();
    const { body } = await askForSpace(trainer.client);
    const settling = settleSpaces(service);
    await new Promise((done) => setTimeout(done, 700));
    expect(await stateOf(body.key)).toBe('creating');
    await inside.end();
    await asSuperuser('postgres', (it) =>
      it.query(`ALTER DATABASE ${TRAINING_TEMPLATE} ALLOW_CONNECTIONS false`),
    );
    await settling;
    expect(await stateOf(body.key)).toBe('open');
  });

  it('begins anew with another database and another log; who was in it is out', async () => {
    const { key } = await makeSpace(service, trainer);
    const inside = await playIn(trainer, key);
    const before = await databaseOf(key);
    expect((await change(key, 'begin-anew')).status).toBe(200);
    expect((await inside.get<ProblemDto>('/session')).body.code).toBe('space-shut');
    await settleSpaces(service);
    expect(await databaseOf(key)).not.toBe(before);
    expect(await exists(before)).toBe(false);
    expect((await inside.get('/session')).status).toBe(401);
    expect((await inside.get('/training/played')).status).toBe(403);
  });

  it('is archived with all that is in it, and opened again', async () => {
    const { key } = await makeSpace(service, trainer);
    const inside = await playIn(trainer, key);
    await change(key, 'archive');
    expect((await inside.get<ProblemDto>('/session')).body.code).toBe('space-shut');
    expect((await trainer.client.put<ProblemDto>(`/training/spaces/${key}/entry`)).body.code).toBe(
      'space-shut',
    );
    await change(key, 'reopen');
    expect((await inside.get('/session')).status).toBe(200);
  });

  it('answers whoever is still in a space that was deleted, and drops its database', async () => {
    const { key } = await makeSpace(service, trainer);
    const inside = await playIn(trainer, key);
    const database = await databaseOf(key);
    expect((await trainer.client.delete(`/training/spaces/${key}`)).status).toBe(204);
    const { status, body } = await inside.get<ProblemDto>('/session');
    expect([status, body.code]).toEqual([410, 'space-gone']);
    await settleSpaces(service);
    expect(await exists(database)).toBe(false);
    expect((await trainer.client.delete(`/training/spaces/${key}`)).status).toBe(404);
  });

  it('answers that it was deleted to whoever asked before, and finds no way in any more', async () => {
    const { key } = await makeSpace(service, trainer);
    const inside = await playIn(trainer, key);
    const spaces = service.app.get(Spaces);
    const space = await spaces.findSpace(key);
    if (!space) throw new Error('no space');
    const read = jest.spyOn(spaces, 'findSpace').mockResolvedValue(space);
    const ask = async (): Promise<readonly unknown[]> => {
      await service.app.get(SpaceConnections).closeUnused(space);
      const { status, body } = await inside.get<ProblemDto>('/session');
      return [status, body.code];
    };
    const allow = (isAllowed: boolean): Promise<unknown> =>
      asSuperuser('postgres', (it) =>
        it.query(`ALTER DATABASE "${space.database}" ALLOW_CONNECTIONS ${String(isAllowed)}`),
      );
    // It is open, and broken.
    await allow(false);
    expect((await ask())[0]).toBeGreaterThanOrEqual(500);
    await service.inBook(`UPDATE space SET state = 'archived' WHERE key = $1`, [key]);
    expect(await ask()).toEqual([503, 'space-shut']);
    await service.inBook(`UPDATE space SET state = 'open' WHERE key = $1`, [key]);
    read.mockRestore();
    await trainer.client.delete(`/training/spaces/${key}`);
    jest.spyOn(spaces, 'findSpace').mockResolvedValue(space);
    expect(await ask()).toEqual([410, 'space-gone']);
    jest.restoreAllMocks();
    await settleSpaces(service);
    expect(await exists(space.database)).toBe(false);
    jest.spyOn(spaces, 'findSpace').mockResolvedValue(space);
    expect(await ask()).toEqual([410, 'space-gone']);
    jest.restoreAllMocks();
  });

  it(`makes no more than ${String(MOST_SPACES)} for one person, however many are asked for at once`, async () => {
    const asked = Array.from({ length: MOST_SPACES + 3 }, () => askForSpace(trainer.client));
    const answers = (await Promise.all(asked)).map(({ status }) => status).sort();
    expect(answers).toEqual([...Array<number>(MOST_SPACES).fill(201), 422, 422, 422]);
    await service.inBook(`UPDATE space SET state = 'gone' WHERE owner_id = $1`, [trainer.id]);
  });

  it('says a week before that a space goes where nobody comes, and lets it go', async () => {
    const { key } = await makeSpace(service, trainer);
    const idle = (days: number) =>
      service.inBook(`UPDATE space SET entered_at = now() - make_interval(days => $2) WHERE key = $1`, [
        key,
        days,
      ]);
    const live = await service.app.get(Spaces).findSpace(null);
    if (!live) throw new Error('no live space');
    const expire = () => service.app.get(MakeTrainingSpaces).expire(live);
    await idle(24);
    await expire();
    expect((await spacesOf(trainer.client)).find((it) => it.key === key)?.endsSoon).toBe(true);
    await idle(31);
    await expire();
    expect(await stateOf(key)).toBeUndefined();
    const told = await service.query(
      `SELECT 1 FROM ledger_event WHERE entry::jsonb ->> 'type' = 'training-space.expire'`,
    );
    expect(told.length).toBeGreaterThan(0);
  });
});
