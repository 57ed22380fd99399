import type { AccessEvent } from '@repere/contract';

/** What one person did with a case on one day, in the order that it came in. */
export interface AccessEventGroup {
  readonly id: string;
  readonly day: string;
  readonly events: readonly [AccessEvent, ...AccessEvent[]];
  /** Acts with how often each, the most frequent first. */
  readonly acts: readonly { readonly act: AccessEvent['act']; readonly count: number }[];
  /** Why some of it is unusual, each reason once. */
  readonly reasons: AccessEvent['unusual'];
}

/**
 * Access events by person and day: forty of a morning are one line to be judged. Days and people stay in the order in which they first come;
 * `dayOf` is the day where the case is. An event of nobody that is known any more is a group with its like.
 */
export function groupAccessEvents(
  events: readonly AccessEvent[],
  dayOf: (at: string) => string,
): readonly AccessEventGroup[] {
  const groups = new Map<string, { day: string; events: [AccessEvent, ...AccessEvent[]] }>();
  for (const event of events) {
    const day = dayOf(event.at);
    const key = `${day} ${event.by?.id ?? ''}`;
    const group = groups.get(key);
    if (group) group.events.push(event);
    else groups.set(key, { day, events: [event] });
  }
  return [...groups.values()].map(({ day, events: of }) => ({
    id: of[0].id,
    day,
    events: of,
    acts: actsOf(of),
    reasons: [...new Map(of.flatMap(({ unusual }) => unusual).map((it) => [it.code, it])).values()],
  }));
}

function actsOf(events: readonly AccessEvent[]): AccessEventGroup['acts'] {
  const counts = new Map<string, { act: AccessEvent['act']; count: number }>();
  for (const { act } of events) {
    const found = counts.get(act.fr);
    if (found) found.count++;
    else counts.set(act.fr, { act, count: 1 });
  }
  return [...counts.values()].sort((one, other) => other.count - one.count);
}
