import { randomUUID } from 'node:crypto';
import { NO_PROTOCOLS, TestService } from '../../testing/test-service';
import { WorkStopped } from '../sandbox/sandbox-task';
import { type Space, Spaces } from '../spaces/spaces';
import { UnitOfWork } from '../unit/unit-of-work';
import { type JobHandler, type JobInHand, JobLost } from './job-handler';
import { JobWorker } from './job-worker';
import { Jobs } from './jobs';

/** Counts to three, one number a transaction, and is told what to do before each. */
class Counting implements JobHandler {
  kind = 'test.count';
  afterDeath: JobHandler['afterDeath'] = 'again';
  readonly counted: number[] = [];
  before: (job: JobInHand, number: number) => Promise<void> = async () => undefined;

  constructor(private readonly inUnit: <T>(work: () => Promise<T>) => Promise<T>) {}

  async runJob(job: JobInHand): Promise<void> {
    for (let number = this.counted.length + 1; number <= 3; number++) {
      await this.before(job, number);
      await this.inUnit(() => job.hold());
      this.counted.push(number);
      job.progress(number / 3);
    }
    await this.inUnit(() => job.finishJob());
  }
}

describe('jobs', () => {
  let service: TestService;
  let space: Space;
  let worker: JobWorker;
  let counting: Counting;
  let subject: string;
  beforeAll(async () => {
    service = await TestService.start({ configuration: { protocolsDir: NO_PROTOCOLS } });
    const found = await service.app.get(Spaces).findSpace(null);
    if (!found) throw new Error('no space');
    space = found;
    worker = service.app.get(JobWorker);
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    counting = new Counting((work) => service.asSeed(work));
    worker.register(counting);
    subject = randomUUID();
    await service.asSeed(() => service.app.get(Jobs).addJob(counting.kind, subject));
  });
  afterEach(() => service.query(`DELETE FROM job`));

  const standing = async () =>
    (
      await service.query(`SELECT state, progress, attempts, stopped_because FROM job WHERE subject = $1`, [
        subject,
      ])
    )[0];
  /** As after a kill: nobody gives a sign of life, and the lease has run out. */
  const forget = () =>
    service.query(`UPDATE job SET leased_until = now() - interval '1 second' WHERE subject = $1`, [subject]);

  it('are done once, and not again', async () => {
    expect(await worker.workOff(space)).toBe(1);
    expect(await worker.workOff(space)).toBe(0);
    expect(counting.counted).toEqual([1, 2, 3]);
    expect(await standing()).toMatchObject({ state: 'done', progress: 1, attempts: 1 });
  });

  it('exist exactly if what causes them was committed', async () => {
    const other = randomUUID();
    const rolledBack = service.asSeed(async () => {
      await service.app.get(Jobs).addJob(counting.kind, other);
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    expect(await service.query(`SELECT 1 FROM job WHERE subject = $1`, [other])).toEqual([]);
  });

  it('of a process that was killed are taken up where it stopped', async () => {
    // The first does not come back from its second step while the second works: so a kill looks from outside.
    const [reached, awakes] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    counting.before = (_job, number) => {
      if (number !== 2) return Promise.resolve();
      reached.resolve();
      return awakes.promise;
    };
    const first = worker.workOff(space);
    await reached.promise;
    expect(await worker.workOff(space)).toBe(0);
    await forget();
    counting.before = async () => undefined;
    expect(await worker.workOff(space)).toBe(1);
    expect(counting.counted).toEqual([1, 2, 3]);
    expect(await standing()).toMatchObject({ state: 'done', progress: 1, attempts: 2 });
    awakes.resolve();
    await first;
    expect(counting.counted).toEqual([1, 2, 3]);
  });

  it('that another process took over keep nothing more', async () => {
    counting.before = async (_job, number) => {
      if (number === 2)
        await service.query(`UPDATE job SET lease = gen_random_uuid() WHERE subject = $1`, [subject]);
    };
    await worker.workOff(space);
    expect(counting.counted).toEqual([1]);
    expect(await standing()).toMatchObject({ state: 'running' });
  });

  it('that are called off stop, and stay so', async () => {
    counting.before = async (_job, number) => {
      if (number === 3) await service.asSeed(() => service.app.get(Jobs).cancel(counting.kind, [subject]));
    };
    await worker.workOff(space);
    expect(counting.counted).toEqual([1, 2]);
    expect(await standing()).toMatchObject({ state: 'cancelled' });
    expect(await worker.workOff(space)).toBe(0);
  });

  it('that fail are tried again later, three times, and can be asked for again', async () => {
    counting.before = () => Promise.reject(new Error('no'));
    const soon = () => service.query(`UPDATE job SET run_at = now() WHERE subject = $1`, [subject]);
    for (let attempt = 1; attempt <= 3; attempt++) {
      expect(await worker.workOff(space)).toBe(1);
      expect(await worker.workOff(space)).toBe(0);
      await soon();
    }
    expect(await standing()).toMatchObject({ state: 'failed', attempts: 3 });
    counting.before = async () => undefined;
    await service.asSeed(() => service.app.get(Jobs).addJob(counting.kind, subject));
    await worker.workOff(space);
    expect(await standing()).toMatchObject({ state: 'done', attempts: 1 });
  });

  describe('of a moment of the space', () => {
    const HOUR = 3_600_000;
    let due: Date;
    let later: string;
    const work = (clock: Partial<Space>) => worker.workOff({ ...space, ...clock });
    const worked = (clock: Partial<Space>) => worker.workOffDue({ ...space, ...clock });
    beforeEach(async () => {
      due = new Date(Date.now() + 24 * HOUR);
      later = randomUUID();
      await service.query(`DELETE FROM job`);
      await service.asSeed(() => service.app.get(Jobs).addDue(counting.kind, later, due));
    });

    it.each([
      ['moved', (at: number) => ({ clockOffsetMs: at - Date.now() })],
      ['that stands still', (at: number) => ({ fixedNow: at })],
    ] as const)('wait for its clock, one %s', async (_clock, at) => {
      expect([await work({}), await work(at(due.getTime() - HOUR))]).toEqual([0, 0]);
      expect(await work(at(due.getTime()))).toBe(1);
      expect(counting.counted).toEqual([1, 2, 3]);
    });

    it('are tried again by the clock of the machine, asked for again by theirs', async () => {
      counting.before = () => Promise.reject(new Error('no'));
      const there = { fixedNow: due.getTime() };
      for (let attempt = 1; attempt <= 3; attempt++) {
        expect([await work(there), await work({ fixedNow: due.getTime() + HOUR })]).toEqual([1, 0]);
        await service.query(`UPDATE job SET run_at = now()`);
      }
      counting.before = async () => undefined;
      const onwards = new Date(due.getTime() + HOUR);
      await service.asSeed(() => service.app.get(Jobs).addDue(counting.kind, later, onwards));
      expect([await work(there), await work({ fixedNow: onwards.getTime() })]).toEqual([0, 1]);
    });

    it.each([1, 2])('are worked off first things first by %s, and no others beside them', async (workers) => {
      const done: string[] = [];
      const subjects = Array.from({ length: 12 }, () => randomUUID());
      for (const kind of ['test.one', 'test.other', 'test.machine'])
        worker.register({
          ...{ kind, afterDeath: 'again' },
          runJob: async (job) => {
            await service.asSeed(() => job.finishJob());
            done.push(job.subject);
          },
        });
      await service.asSeed(async () => {
        const jobs = service.app.get(Jobs);
        await jobs.addJob('test.machine', randomUUID());
        for (const [at, one] of [...subjects.entries()].toReversed())
          await jobs.addDue(at % 3 === 0 ? 'test.one' : 'test.other', one, new Date(due.getTime() + at));
      });
      expect(await worked({})).toBe(0);
      const there = { fixedNow: due.getTime() + HOUR };
      await Promise.all(Array.from({ length: workers }, () => worked(there)));
      expect([done.toSorted(), await worked(there)]).toEqual([subjects.toSorted(), 0]);
      if (workers === 1) expect(done).toEqual(subjects);
    });
  });

  it('that take their process with them are not tried for ever', async () => {
    await service.query(
      `UPDATE job SET state = 'running', attempts = 4, lease = gen_random_uuid(), leased_until = now() - interval '1 second'
        WHERE subject = $1`,
      [subject],
    );
    expect(await worker.workOff(space)).toBe(0);
    expect(await standing()).toMatchObject({ state: 'stopped', stopped_because: 'worker' });
  });

  it('that a person made long wait for a person once their worker is gone, and can be asked for again', async () => {
    counting.afterDeath = 'person';
    await service.query(
      `UPDATE job SET state = 'running', attempts = 1, lease = gen_random_uuid(), leased_until = now() - interval '1 second'
        WHERE subject = $1`,
      [subject],
    );
    for (let start = 0; start < 3; start++) expect(await worker.workOff(space)).toBe(0);
    expect(await standing()).toMatchObject({ state: 'stopped', stopped_because: 'worker', attempts: 1 });
    expect(counting.counted).toEqual([]);
    await service.asSeed(() => service.app.get(Jobs).addJob(counting.kind, subject));
    expect(await worker.workOff(space)).toBe(1);
    expect(await standing()).toMatchObject({ state: 'done', stopped_because: null });
  });

  it.each(['time', 'memory', 'steps', 'crash'] as const)(
    'that go beyond a limit (%s) are stopped at the first try, and say why',
    async (limit) => {
      counting.before = () => Promise.reject(new WorkStopped(limit, 'counting'));
      expect(await worker.workOff(space)).toBe(1);
      await service.query(`UPDATE job SET run_at = now() WHERE subject = $1`, [subject]);
      expect(await worker.workOff(space)).toBe(0);
      expect(await standing()).toMatchObject({ state: 'stopped', stopped_because: limit, attempts: 1 });
    },
  );

  it('are shared by several workers, each done by one', async () => {
    const more = Array.from({ length: 12 }, () => randomUUID());
    await service.asSeed(async () => {
      for (const one of more) await service.app.get(Jobs).addJob('test.shared', one);
    });
    const done: string[] = [];
    worker.register({
      kind: 'test.shared',
      afterDeath: 'again',
      runJob: async (job) => {
        done.push(job.subject);
        await service.app
          .get(UnitOfWork)
          .unrecorded('system:session', { space, correlation: randomUUID() }, () => job.finishJob());
      },
    });
    await Promise.all([1, 2, 3].map(() => worker.workOff(space)));
    expect(done.sort()).toEqual(more.sort());
  });

  it('say that they were lost by an error of their own', () => {
    expect(new JobLost()).toBeInstanceOf(Error);
  });
});
