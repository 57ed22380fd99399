import type { ReplayMoment } from '@repere/contract';
import { epoch } from '@repere/ui';

/** Where one stands in the life of a case, and where one can go from there. Places in the list of moments. */
export interface MomentNeighbours {
  /** The moment shown, or the last one before it; `-1`: none. */
  readonly here: number;
  readonly previous: ReplayMoment | null;
  readonly next: ReplayMoment | null;
  readonly previousDeviation: ReplayMoment | null;
  readonly nextDeviation: ReplayMoment | null;
}

/** `at`: what the address asks for. `when`: the instant that it stands for, ISO 8601. */
export function findNeighbours(moments: readonly ReplayMoment[], at: string, when: string): MomentNeighbours {
  const exact = moments.findIndex((moment) => moment.at === at);
  const here = exact === -1 ? moments.findLastIndex((moment) => epoch(moment.when) <= epoch(when)) : exact;
  // Between two moments the last one is the one before.
  const before = moments.slice(0, exact === -1 ? here + 1 : here);
  const after = moments.slice(here + 1);
  const departs = ({ deviations }: ReplayMoment): boolean => deviations.length > 0;
  return {
    here,
    previous: before.at(-1) ?? null,
    next: after[0] ?? null,
    previousDeviation: before.findLast(departs) ?? null,
    nextDeviation: after.find(departs) ?? null,
  };
}
