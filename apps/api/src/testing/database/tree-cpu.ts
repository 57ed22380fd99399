import { readdirSync, readFileSync } from 'node:fs';

/** Of `/proc/<pid>/stat`. */
const TICK_MS = 10;

interface ProcessCpu {
  readonly pid: number;
  readonly parent: number;
  /** Its own, and that of what it started and has ended. */
  readonly ms: number;
}

/** CPU milliseconds of a process and of everything it started until now, without what these others of them are. Linux only. */
export function treeCpu(pid: number, without: readonly number[] = []): number {
  const all = readdirSync('/proc')
    .filter((it) => /^\d+$/.test(it))
    .flatMap((it) => cpuOf(Number(it)));
  const sum = (root: number): number =>
    without.includes(root)
      ? 0
      : (all.find((it) => it.pid === root)?.ms ?? 0) +
        all.filter(({ parent }) => parent === root).reduce((ms, child) => ms + sum(child.pid), 0);
  return sum(pid);
}

/** Who started this process, which has to be there. */
export function parentOf(pid: number): number {
  const [found] = cpuOf(pid);
  if (!found) throw new Error(`no process ${String(pid)}`);
  return found.parent;
}

/** Nothing where it has ended meanwhile. */
function cpuOf(pid: number): readonly ProcessCpu[] {
  try {
    const [, after = ''] = readFileSync(`/proc/${String(pid)}/stat`, 'utf8').split(') ');
    const fields = after.split(' ').map(Number);
    const ticks = [11, 12, 13, 14].reduce((all, at) => all + (fields[at] ?? 0), 0);
    return [{ pid, parent: fields[1] ?? 0, ms: ticks * TICK_MS }];
  } catch {
    return [];
  }
}
