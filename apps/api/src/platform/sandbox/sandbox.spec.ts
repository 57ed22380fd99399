import { join } from 'node:path';
import { until } from '../../testing/until';
import type { Configuration } from '../settings/configuration';
import { Refusal } from '../refusals/refusal';
import { Sandbox } from './sandbox';
import { type SandboxTask, WorkStopped } from './sandbox-task';

const PROGRAM = [join(__dirname, '../../testing/stand-in-sandbox.cjs')];

interface Said {
  readonly pid: number;
  readonly key: string | null;
  readonly given: unknown;
}

const task = (mostMs = 20_000, lane: 'protocols' | 'papers' = 'protocols'): SandboxTask<object, Said> => ({
  name: 'test',
  lane,
  mostMs,
  perform: () => {
    throw new Error('performed in this process');
  },
});

describe('the sandbox', () => {
  let sandbox: Sandbox;
  beforeEach(() => {
    sandbox = new Sandbox({ sandbox: PROGRAM, protocolsDir: 'protocols' } as unknown as Configuration);
  });
  afterEach(() => sandbox.onApplicationShutdown());

  const isAlive = (pid: number): boolean => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };

  it('performs in another process, which knows no key, and keeps it for the next task', async () => {
    process.env['REPERE_KEK'] = 'secret';
    const first = await sandbox.runTask(task(), { day: new Date(0), map: new Map([['a', 1]]) });
    delete process.env['REPERE_KEK'];
    expect(first.pid).not.toBe(process.pid);
    expect(first.key).toBeNull();
    expect(first.given).toEqual({ day: new Date(0), map: new Map([['a', 1]]) });
    expect((await sandbox.runTask(task(), {})).pid).toBe(first.pid);
  });

  it.each([
    ['time', { loop: true }, 500],
    ['memory', { fill: true }, 60_000],
    ['memory', { buffers: true }, 60_000],
    ['crash', { crash: true }, 60_000],
    ['crash', { exit: true }, 60_000],
    ['steps', { steps: true }, 60_000],
  ] as const)(
    'says that %s was its limit, and goes on with the next',
    async (limit, input, mostMs) => {
      const { pid } = await sandbox.runTask(task(), {});
      const stopped = await sandbox.runTask(task(mostMs), input).catch((error: unknown) => error);
      expect(stopped).toBeInstanceOf(WorkStopped);
      expect(stopped).toMatchObject({ limit });
      if (limit !== 'steps') await until(async () => !isAlive(pid));
      expect((await sandbox.runTask(task(), { next: 1 })).given).toEqual({ next: 1 });
    },
    // Below normal priority: beside other tests a process takes long to fill its memory.
    300_000,
  );

  it('counts the processor’s time: who works beyond it is ended long before the clock says so', async () => {
    const began = performance.now();
    const stopped = await sandbox.runTask(task(60_000), { most: 300, loop: true }).catch((it: unknown) => it);
    expect(stopped).toMatchObject({ limit: 'time' });
    expect(performance.now() - began).toBeLessThan(60_000);
    const { given } = await sandbox.runTask(task(), { most: 300, rest: 900 });
    expect(given).toMatchObject({ rest: 900 });
  });

  it('passes on a fault of the task', async () => {
    await expect(sandbox.runTask(task(), { fault: 'no such folder' })).rejects.toThrow('no such folder');
  });

  it('ends work that is called off', async () => {
    const off = new AbortController();
    const working = sandbox.runTask(task(), { loop: true }, off.signal);
    setTimeout(() => off.abort(), 300);
    await expect(working).rejects.toThrow('called off');
    expect((await sandbox.runTask(task(), {})).pid).toBeGreaterThan(0);
  });

  it('lets a few wait and refuses more; another lane does not wait for them', async () => {
    const held = Array.from({ length: 6 }, () =>
      sandbox.runTask(task(1_000), { loop: true }).catch(() => undefined),
    );
    await expect(sandbox.runTask(task(), {})).rejects.toBeInstanceOf(Refusal);
    expect((await sandbox.runTask(task(20_000, 'papers'), { paper: 1 })).given).toEqual({ paper: 1 });
    await Promise.all(held);
    expect((await sandbox.runTask(task(), {})).given).toEqual({});
  }, 60_000);
});
