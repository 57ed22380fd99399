import type { Look } from '@repere/contract';

/** What one person did with a case on one day, in the order that it came in. */
export interface AccessEventGroup {
  readonly id: string;
  readonly day: string;
  readonly looks: readonly [Look, ...Look[]];
  /** Acts with how often each, the most frequent first. */
  readonly acts: readonly { readonly act: Look['act']; readonly count: number }[];
  /** Why some of it is unusual, each reason once. */
  readonly reasons: Look['unusual'];
}

/**
 * Looks by person and day: forty of a morning are one line to be judged. Days and people stay in the order in which they first come;
 * `dayOf` is the day where the case is. A look of nobody that is known any more is a group with its like.
 */
export function groupAccessEvents(
  looks: readonly Look[],
  dayOf: (at: string) => string,
): readonly AccessEventGroup[] {
  const groups = new Map<string, { day: string; looks: [Look, ...Look[]] }>();
  for (const look of looks) {
    const day = dayOf(look.at);
    const key = `${day} ${look.by?.id ?? ''}`;
    const group = groups.get(key);
    if (group) group.looks.push(look);
    else groups.set(key, { day, looks: [look] });
  }
  return [...groups.values()].map(({ day, looks: of }) => ({
    id: of[0].id,
    day,
    looks: of,
    acts: actsOf(of),
    reasons: [...new Map(of.flatMap(({ unusual }) => unusual).map((it) => [it.code, it])).values()],
  }));
}

function actsOf(looks: readonly Look[]): AccessEventGroup['acts'] {
  const counts = new Map<string, { act: Look['act']; count: number }>();
  for (const { act } of looks) {
    const found = counts.get(act.fr);
    if (found) found.count++;
    else counts.set(act.fr, { act, count: 1 });
  }
  return [...counts.values()].sort((one, other) => other.count - one.count);
}
