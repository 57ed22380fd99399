import { randomUUID } from 'node:crypto';
import { CaseClient } from '../../cases/testing/case-client';
import { MOVING_PROTOCOLS, TestService } from '../../testing/test-service';
import { until } from '../../testing/until';
import { Jobs } from '../jobs/jobs';
import { JobWorker } from '../jobs/job-worker';
import { SpaceConnections } from './space-connections';
import { SpaceRounds } from './space-rounds';
import { Spaces } from './spaces';
import { UnitOfWork } from '../unit/unit-of-work';

const SPACES = [null, 'north', 'south'] as const;

/** Three spaces, two processes that answer requests, and a worker apart. */
describe('time in every space', () => {
  let service: TestService;
  let other: TestService;
  let worker: TestService;
  const done: string[] = [];
  beforeAll(async () => {
    service = await TestService.start({
      trainingKeys: ['north', 'south'],
      configuration: { protocolsDir: MOVING_PROTOCOLS },
    });
    other = await service.replica();
    worker = await service.replica({ jobs: true });
    worker.app.get(JobWorker).register({
      kind: 'test.round',
      afterDeath: 'again',
      runJob: async (job) => {
        done.push(`${String(job.space.key)} ${job.subject}`);
        await worker.app
          .get(UnitOfWork)
          .unrecorded('system:session', { space: job.space, correlation: randomUUID() }, () =>
            job.finishJob(),
          );
      },
    });
  });
  afterAll(async () => {
    await worker.stop();
    await other.stop();
    await service.stop();
  });

  it.each(SPACES)('a job asked for in one process is done by another, in space %s', async (key) => {
    const subject = randomUUID();
    const asking = key === 'north' ? other : service;
    await asking.asSeed(() => asking.app.get(Jobs).addJob('test.round', subject), key);
    await until(async () => done.includes(`${String(key)} ${subject}`));
    expect(done.filter((it) => it.endsWith(subject))).toHaveLength(1);
  });

  it.each(SPACES)('what was asked for later is done then, in space %s', async (key) => {
    const subject = randomUUID();
    await service.asSeed(
      () => service.app.get(Jobs).addJob('test.round', subject, new Date(Date.now() + 3_000)),
      key,
    );
    expect(done.some((it) => it.endsWith(subject))).toBe(false);
    await until(async () => done.includes(`${String(key)} ${subject}`));
  });

  it.each(SPACES)('what falls due by the clock of a space is done then, in space %s', async (key) => {
    const subject = randomUUID();
    const year = key === null ? 0 : 365 * 86_400_000;
    await service.inBook(
      `UPDATE space SET clock_offset_ms = $2, next_wake_up_at = NULL WHERE key IS NOT DISTINCT FROM $1`,
      [key, year],
    );
    await service.asSeed(
      () => service.app.get(Jobs).addDue('test.round', subject, new Date(Date.now() + year + 3_000)),
      key,
    );
    expect(done.some((it) => it.endsWith(subject))).toBe(false);
    await until(async () => done.includes(`${String(key)} ${subject}`));
  });

  it.each(SPACES)('a case whose hour has come is folded anew, in space %s', async (key) => {
    const account = await service.signIn({ roles: ['caseworker'], teams: ['North'] }, key);
    const camille = new CaseClient(account.client);
    const { id } = await camille.opened({ child: { calledName: 'Kalidora' } });
    // As when an hour has passed, and whoever knew of it is gone.
    await service.asSuperuser(async (db) => {
      await db.query(`SET session_replication_role = replica`);
      await db.query(`UPDATE case_file SET next_change_at = now() - interval '1 minute' WHERE id = $1`, [id]);
    }, key);
    await service.inBook(`UPDATE space SET next_wake_up_at = now() WHERE key IS NOT DISTINCT FROM $1`, [key]);
    await until(async () => {
      const [row] = await service.query<{ due: boolean }>(
        `SELECT coalesce(next_change_at <= now(), false) AS due FROM case_file WHERE id = $1`,
        [id],
        key,
      );
      return row?.due === false;
    });
    expect((await account.client.get(`/case-files/${id}`)).status).toBe(200);
  });

  it('a hint that was lost is made up for by the look at every space, which leaves no connection behind', async () => {
    const subject = randomUUID();
    const alone = await service.replica({ jobs: false });
    await service.asSeed(() => service.app.get(Jobs).addJob('test.alone', subject), 'south');
    await service.inBook(`UPDATE space SET next_wake_up_at = NULL`);
    alone.app.get(JobWorker).register({
      kind: 'test.alone',
      afterDeath: 'again',
      runJob: async (job) => {
        done.push(subject);
        await alone.app
          .get(UnitOfWork)
          .unrecorded('system:session', { space: job.space, correlation: randomUUID() }, () =>
            job.finishJob(),
          );
      },
    });
    const connections = alone.app.get(SpaceConnections);
    for (const space of connections.inUse()) await connections.closeUnused(space);
    await alone.app.get(SpaceRounds).beginDueRounds();
    expect(done).toContain(subject);
    const south = await alone.app.get(Spaces).findSpace('south');
    expect(south && connections.isOpen(south)).toBe(false);
    await alone.stop();
  });

  it('one process takes a hint, and leaves the next moment of the space behind', async () => {
    const subject = randomUUID();
    const later = new Date(Date.now() + 3_600_000);
    await service.asSeed(() => service.app.get(Jobs).addJob('test.round', subject, later), 'south');
    await service.inBook(`UPDATE space SET next_wake_up_at = now() WHERE key = 'south'`);
    await until(async () => {
      const [row] = await service.inBook<{ at: Date | null }>(
        `SELECT next_wake_up_at AS at FROM space WHERE key = 'south'`,
      );
      return row?.at?.getTime() === later.getTime();
    });
  });

  it('go in a few training spaces at once, however many there are, and in each of them', async () => {
    const rounds = service.app.get(SpaceRounds);
    await service.inBook(
      `INSERT INTO space (key, kind, title, database, key_ring, next_wake_up_at)
       SELECT 'many' || n, 'training', '', 'repere_training_many' || n, 'north', now() FROM generate_series(1, 12) n`,
    );
    const [seen, going] = [new Set<string>(), new Set<string>()];
    let most = 0;
    rounds.register(async (space) => {
      if (!space.database.includes('_many')) return;
      seen.add(space.database);
      going.add(space.database);
      most = Math.max(most, going.size);
      await new Promise((done) => setTimeout(done, 250));
      going.delete(space.database);
    });
    await rounds.beginDueRounds();
    await service.inBook(`DELETE FROM space WHERE key LIKE 'many%'`);
    expect([seen.size, most]).toEqual([12, 3]);
  });
});
