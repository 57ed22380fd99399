import { readFileSync, readdirSync } from 'node:fs';

/** Seconds of processor that this process and the database server with all its backends have used (Linux only): others' work is not in it. */
export function processorTime(serverPid: number): number {
  const { user, system } = process.cpuUsage();
  let ticks = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const stat = statOf(pid);
    if (!stat) continue;
    if (stat.pid === serverPid) ticks += stat.own + stat.ofEnded;
    else if (stat.parent === serverPid) ticks += stat.own;
  }
  return (user + system) / 1e6 + ticks / TICKS_PER_SECOND;
}

const TICKS_PER_SECOND = 100;

/** Which process started this one: of a backend, the server. */
export const parentOf = (pid: number): number => statOf(String(pid))?.parent ?? 0;

/** proc(5): behind the name in brackets, state, parent, … utime 14th, stime, cutime, cstime. `null`: it has ended meanwhile. */
function statOf(pid: string): { pid: number; parent: number; own: number; ofEnded: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0, own = 0, system = 0, ended = 0, endedSystem = 0] = [1, 11, 12, 13, 14].map(
      (n) => fields[n],
    );
    return { pid: Number(pid), parent, own: own + system, ofEnded: ended + endedSystem };
  } catch {
    return null;
  }
}
