import { Worker } from 'node:worker_threads';

/** What the process says on its standard error before it ends itself. */
export const OUT_OF_TIME = 'beyond its processor time';
export const OUT_OF_MEMORY = 'beyond its memory';

/** Of the whole process: what is unpacked lies outside of the memory that V8 watches. */
const MOST_RESIDENT_BYTES = 1_600 * 2 ** 20;

/** How long the process may work on what it is at. */
export interface ProcessorTime {
  /** From now on so many milliseconds of processor time at most, all threads together; then the process ends. */
  beginCount(mostMs: number): void;
  endCount(): void;
}

/**
 * A thread that ends this process when its work takes too long or too much memory, or its parent is gone: a task that takes for ever
 * would hear of none. It counts the processor's time and not the clock's, so that a busy machine changes no result.
 */
export function watchLimits(): ProcessorTime {
  const limit = new Float64Array(new SharedArrayBuffer(8));
  const said = { time: OUT_OF_TIME, memory: OUT_OF_MEMORY };
  new Worker(WATCH, { eval: true, workerData: { limit, said, most: MOST_RESIDENT_BYTES } }).unref();
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
  const { limit, said, most } = require('node:worker_threads').workerData;
  const parent = process.ppid;
  const end = (why) => {
    writeSync(2, why);
    process.kill(process.pid, 'SIGKILL');
  };
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
    if (process.memoryUsage.rss() > most) end(said.memory);
    const { user, system } = process.cpuUsage();
    if (limit[0] !== 0 && (user + system) / 1_000 >= limit[0]) end(said.time);
  }, 100);`;
