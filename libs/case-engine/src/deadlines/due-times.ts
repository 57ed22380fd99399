import { type Due, dueAt, later, type Territory, type Within } from '@repere/feel';

/**
 * Times that were computed before: calendars cost far more than looking them up, and the steps of a case count from few
 * moments. Emptied when full; a time computed anew is the same.
 */
const known = new WeakMap<Territory, Map<string, Due>>();
const FULL = 20_000;

/** When a period ends, and from when it is late; see `dueAt`. */
export function dueTime(start: number, within: Within, territory: Territory): Due {
  return remembered(`${start}+${keyOf(within)}`, territory, () => dueAt(start, within, territory));
}

/** The moment so much later by the clock on the wall; see `later`. */
export function laterTime(instant: number, after: Within, territory: Territory): number {
  return remembered(`${instant}>${keyOf(after)}`, territory, () => {
    const at = later(instant, after, territory);
    return { dueAt: at, lateFrom: at };
  }).dueAt;
}

function keyOf(within: Within): string {
  return 'count' in within ? `${within.count}${within.unit}` : within.unit;
}

function remembered(key: string, territory: Territory, compute: () => Due): Due {
  let times = known.get(territory);
  if (times === undefined) known.set(territory, (times = new Map()));
  let due = times.get(key);
  if (due === undefined) {
    if (times.size >= FULL) times.clear();
    times.set(key, (due = compute()));
  }
  return due;
}
