import { Worker } from 'node:worker_threads';

/** What the process says on its standard error before it ends itself. */
export const OUT_OF_TIME = 'beyond its processor time';

/** How long the process may work on what it is at. */
export interface ProcessorTime {
  /** From now on so many milliseconds of processor time at most, all threads together; then the process ends. */
  beginCount(mostMs: number): void;
  endCount(): void;
}

/**
 * A thread that ends this process when its work takes too long or its parent is gone: a task that takes for ever would hear
 * of neither. It counts the processor's time and not the clock's, so that a busy machine changes no result.
 */
export function watchLimits(): ProcessorTime {
  const limit = new Float64Array(new SharedArrayBuffer(8));
  new Worker(WATCH, { eval: true, workerData: { limit, said: OUT_OF_TIME } }).unref();
  return {
    beginCount: (mostMs) => void (limit[0] = usedMs() + mostMs),
    endCount: () => void (limit[0] = 0),
  };
}

function usedMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

const WATCH = `
  const { writeSync } = require('node:fs');
  const { limit, said } = require('node:worker_threads').workerData;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
    const { user, system } = process.cpuUsage();
    if (limit[0] === 0 || (user + system) / 1_000 < limit[0]) return;
    writeSync(2, said);
    process.kill(process.pid, 'SIGKILL');
  }, 100);`;
