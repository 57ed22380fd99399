import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { join } from 'node:path';
import { runProgram } from '../../testing/run-program';
import { until } from '../../testing/until';

interface Answered {
  readonly name: string;
  readonly pid: number;
}

/** A small program of several processes, each of which may be killed. */
class Service {
  readonly lines: string[] = [];
  port = 0;
  private ready = 0;
  private constructor(readonly primary: ChildProcess) {
    primary.on('message', (said: { line?: string; port?: number; ready?: number }) => {
      if (said.line) this.lines.push(said.line);
      this.port = said.port ?? this.port;
      this.ready += said.ready ?? 0;
    });
  }

  static begin(env: Record<string, string> = {}): Service {
    return new Service(runProgram(join(__dirname, 'testing/supervised-program.ts'), env));
  }

  /** Once all three said that they are ready: who is killed before counts as one that can't start. */
  static async start(): Promise<Service> {
    const service = Service.begin();
    await until(async () => service.ready === 3);
    await until(async () => (await service.pids()).size === 2);
    return service;
  }

  /** On a connection of its own, so that the next one may be another's. */
  ask(path = '/'): Promise<Answered> {
    return new Promise((done, failed) => {
      get({ port: this.port, path, agent: false }, (answer) => {
        let text = '';
        answer.on('data', (part: Buffer) => (text += part.toString()));
        answer.on('end', () => done(JSON.parse(text) as Answered));
      }).on('error', failed);
    });
  }

  /** By name, who answers. */
  async pids(): Promise<ReadonlyMap<string, number>> {
    const answers = await Promise.all(Array.from({ length: 6 }, () => this.ask().catch(() => null)));
    return new Map(answers.flatMap((it) => (it ? [[it.name, it.pid]] : [])));
  }
}

describe('several processes of one service', () => {
  let service: Service;
  afterEach(async () => {
    if (service.primary.exitCode !== null || service.primary.signalCode !== null) return;
    service.primary.kill('SIGKILL');
    await once(service.primary, 'exit');
  });

  const isGone = (pid: number): boolean => {
    try {
      process.kill(pid, 0);
      return false;
    } catch {
      return true;
    }
  };

  it('answer in turns; who is killed is followed by another of the same name, while the other answers', async () => {
    service = await Service.start();
    const before = await service.pids();
    const killed = before.get('1') ?? 0;
    process.kill(killed, 'SIGKILL');
    await until(async () => isGone(killed));
    expect((await service.ask()).name).toBe('2');
    await until(async () => (await service.pids()).size === 2);
    const after = await service.pids();
    expect(after.get('2')).toBe(before.get('2'));
    expect(after.get('1')).not.toBe(killed);
    expect(service.lines).toEqual([
      expect.stringMatching(/process 1 ended \(SIGKILL\); another starts in 0.25 s/),
    ]);
  });

  it('end what they are at when they are told to stop, and take nothing more', async () => {
    service = await Service.start();
    const slow = [service.ask('/slow'), service.ask('/slow')];
    await new Promise((done) => setTimeout(done, 200));
    service.primary.kill('SIGTERM');
    expect((await Promise.all(slow)).map(({ name }) => name).sort()).toEqual(['1', '2']);
    const [code] = (await once(service.primary, 'exit')) as [number];
    expect(code).toBe(0);
    await expect(service.ask()).rejects.toThrow();
  });

  it('leave nothing behind when the one that keeps them going is killed', async () => {
    service = await Service.start();
    const pids = [...(await service.pids()).values()];
    service.primary.kill('SIGKILL');
    await until(async () => pids.every(isGone));
  });

  it('end altogether, with a word, where one of them could not even start: no storm of starts', async () => {
    service = Service.begin({ FAILS: 'keeper' });
    const [code] = (await once(service.primary, 'exit')) as [number];
    expect(code).toBe(1);
    expect(service.lines.join()).toMatch(/process keeper could not start \(exit code 3\)/);
  });
});
