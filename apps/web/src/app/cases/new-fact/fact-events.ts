import type { FactValues } from '@repere/protocol';

/** Something that happens to a child and that a protocol waits for. */
export interface FactEvent {
  readonly id: string;
  /** What is recorded by telling it. */
  readonly values: FactValues;
  /** Facts of the case that are asked with it: without them it opens nothing. */
  readonly asks: readonly string[];
  /** The protocol that answers it. Engaged with it where no protocol at work opens it by itself. */
  readonly protocol: string | null;
  /** That protocol may be engaged again once it has ended. */
  readonly recurs: boolean;
  /** Whom to call before writing anything. */
  readonly numbers: readonly string[];
}

/** What can be told in one press, the most urgent first. */
export const FACT_EVENTS: readonly FactEvent[] = [
  event('missing', { missing: 'yes' }, { protocol: 'missing-child', recurs: true, numbers: ['17', '112'] }),
  event('danger', { urgent_danger_seen: 'yes' }, { protocol: 'protection', numbers: ['17', '112'] }),
  event('found', { missing: 'no' }),
  event('hearing', { hearing_planned: 'yes' }, { protocol: 'hearing', recurs: true }),
  event('return', { return_raised: 'yes' }, { protocol: 'return' }),
  event('age', { doubt_voiced: 'yes' }, { protocol: 'age-doubt', asks: ['doubt_reason'] }),
  event('border', { held_at_border: 'yes' }, { protocol: 'border-zone', recurs: true }),
];

export const findEvent = (id: unknown): FactEvent | null => FACT_EVENTS.find((it) => it.id === id) ?? null;

function event(id: string, values: FactValues, more: Partial<FactEvent> = {}): FactEvent {
  return { id, values, asks: [], protocol: null, recurs: false, numbers: [], ...more };
}
