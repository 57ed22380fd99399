import type { ScorePart } from './score-types';

/** What a lost point is known by, whoever shows it. */
interface Lost {
  readonly key: string;
  readonly part: ScorePart;
  readonly points: number;
  readonly step?: string | null;
}

/** What was lost at once: once for the step, with all the parts that it cost. */
export type GroupedLost<P extends Lost> = P & {
  readonly parts: readonly ScorePart[];
  readonly keys: readonly string[];
};

/**
 * What was lost, for reading: a step that was late costs as a step and as a time, and is told once, with both. The first of them stands
 * for it; points are those of all of it. The order stays.
 */
export function groupLost<P extends Lost>(lost: readonly P[]): readonly GroupedLost<P>[] {
  const groups = new Map<string, P[]>();
  for (const point of lost) {
    const [, named = ''] = /^(?:steps|deadlines):(.*)$/.exec(point.key) ?? [];
    const group = named === '' ? point.key : named;
    groups.set(group, [...(groups.get(group) ?? []), point]);
  }
  return [...groups.values()].flatMap((points) => {
    const [first] = points;
    if (!first) return [];
    return [
      {
        ...first,
        parts: points.map(({ part }) => part),
        keys: points.map(({ key }) => key),
        points: points.reduce((sum, it) => sum + it.points, 0),
      },
    ];
  });
}
