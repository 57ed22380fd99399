import { readdirSync, readFileSync } from 'node:fs';

/** Of `/proc/<pid>/stat` on every Linux that Node runs on. */
const TICK_MS = 10;

/** What `/proc` says of a process: its parent, its own CPU time, and that of its children that have ended; milliseconds. */
interface ProcessTimes {
  readonly parent: number;
  readonly own: number;
  readonly ended: number;
}

function timesOf(pid: number): ProcessTimes | null {
  let text: string;
  try {
    text = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
  } catch {
    return null;
  }
  const fields = text.slice(text.lastIndexOf(') ') + 2).split(' ');
  const ticks = (...places: number[]): number =>
    places.reduce((sum, place) => sum + Number(fields[place]), 0) * TICK_MS;
  return { parent: Number(fields[1]), own: ticks(11, 12), ended: ticks(13, 14) };
}

/** CPU milliseconds of this process and of its children, those that have ended as well: of a PostgreSQL, by its postmaster. */
export function cpuOfFamily(pid: number): number {
  const head = timesOf(pid);
  if (!head) return 0;
  const children = readdirSync('/proc')
    .map(Number)
    .filter((it) => it > 0)
    .map(timesOf);
  return children.reduce((sum, it) => sum + (it?.parent === pid ? it.own : 0), head.own + head.ended);
}
