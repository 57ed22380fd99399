import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { type ProcessRole, ROLE_VARIABLES } from './process-role';
import { RestartDelay } from './restart-delay';
import { isSiblingMessage } from './sibling-processes';

/** What a process says once it does its work. */
export const READY = 'ready';

/** Requests that are being answered may take so long to end; a client that never reads its answer is let go of then. */
const PATIENCE_MS = 25_000;

/** A place for one process: whoever ends in it is followed by another. */
interface Slot {
  readonly name: string;
  readonly role: ProcessRole;
  readonly delay: RestartDelay;
  worker: Worker | null;
  readyAt: number | null;
  again: NodeJS.Timeout | null;
}

/**
 * Keeps several processes of this service going, and does nothing else: it opens no database and holds no key. Connections are handed to
 * those that answer in turns. Whoever ends is followed by another, later each time that it ends soon; a service that can't even start
 * ends, as one of a single process does. Resolves with the exit code.
 */
export class Supervisor {
  private readonly slots: readonly Slot[];
  private wasReady = false;
  private stopping: Promise<void> | null = null;
  private tellEnd: (code: number) => void = () => undefined;

  constructor(
    { answering, hasKeeper }: { readonly answering: number; readonly hasKeeper: boolean },
    private readonly say: (line: string) => void = (line) => console.error(line),
  ) {
    const names = Array.from({ length: answering }, (_, index) => String(index + 1));
    this.slots = [
      ...(hasKeeper ? [makeSlot('keeper', 'keeper')] : []),
      ...names.map((name) => makeSlot(name, 'answering')),
    ];
  }

  async keepGoing(): Promise<number> {
    cluster.on('message', (worker, message) => this.passOn(worker, message));
    const stop = (): void => void this.stop(0);
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
    // Started by a parent that is gone, even killed.
    process.once('disconnect', stop);
    const ended = new Promise<number>((done) => (this.tellEnd = done));
    for (const slot of this.slots) this.start(slot);
    return ended;
  }

  /** Lets those that answer end what they are at, then the keeper: what they did last is signed. */
  stop(code: number): Promise<void> {
    this.stopping ??= this.endAll().then(() => this.tellEnd(code));
    return this.stopping;
  }

  private start(slot: Slot): void {
    slot.again = null;
    slot.readyAt = null;
    const worker = cluster.fork({ [ROLE_VARIABLES.name]: slot.name, [ROLE_VARIABLES.role]: slot.role });
    slot.worker = worker;
    worker.once('exit', (code, signal) => {
      slot.worker = null;
      if (!this.stopping) this.follow(slot, signal ?? `exit code ${String(code)}`);
    });
  }

  private follow(slot: Slot, how: string): void {
    if (!this.wasReady) {
      this.say(`Repère: the process ${slot.name} could not start (${how}).`);
      void this.stop(1);
      return;
    }
    const delay = slot.delay.next(slot.readyAt === null ? null : performance.now() - slot.readyAt);
    this.say(
      `Repère: the process ${slot.name} ended (${how}); another starts in ${String(delay / 1_000)} s.`,
    );
    slot.again = setTimeout(() => this.start(slot), delay);
  }

  private passOn(from: Worker, message: unknown): void {
    const sender = this.slots.find(({ worker }) => worker === from);
    if (!sender) return;
    if (message === READY) {
      sender.readyAt = performance.now();
      this.wasReady ||= this.slots.every(({ readyAt }) => readyAt !== null);
    } else if (isSiblingMessage(message)) {
      for (const { worker } of this.slots)
        if (worker && worker !== from && worker.isConnected())
          worker.send({ ...message, from: sender.name }, () => undefined);
    }
  }

  private async endAll(): Promise<void> {
    for (const { again } of this.slots) if (again) clearTimeout(again);
    const isKeeper = ({ role }: Slot): boolean => role === 'keeper';
    await Promise.all(this.slots.filter((slot) => !isKeeper(slot)).map((slot) => endProcess(slot)));
    await Promise.all(this.slots.filter(isKeeper).map((slot) => endProcess(slot)));
  }
}

const makeSlot = (name: string, role: ProcessRole): Slot => ({
  ...{ name, role, delay: new RestartDelay(), worker: null, readyAt: null, again: null },
});

async function endProcess({ worker }: Slot): Promise<void> {
  if (!worker || worker.isDead()) return;
  const ended = once(worker, 'exit');
  worker.process.kill('SIGTERM');
  const impatience = setTimeout(() => worker.process.kill('SIGKILL'), PATIENCE_MS);
  await ended;
  clearTimeout(impatience);
}
