import type { FactValues } from '@repere/protocol-engine';

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
}

/** What can be told in one press, the most urgent first. */
export const FACT_EVENTS: readonly FactEvent[] = [
  { id: 'missing', values: { missing: 'yes' }, asks: [], protocol: 'missing-child', recurs: true },
  { id: 'danger', values: { urgent_danger_seen: 'yes' }, asks: [], protocol: 'protection', recurs: false },
  { id: 'found', values: { missing: 'no' }, asks: [], protocol: null, recurs: false },
  { id: 'hearing', values: { hearing_planned: 'yes' }, asks: [], protocol: 'hearing', recurs: true },
  { id: 'return', values: { return_raised: 'yes' }, asks: [], protocol: 'return', recurs: false },
  {
    id: 'age',
    values: { doubt_voiced: 'yes' },
    asks: ['doubt_reason'],
    protocol: 'age-doubt',
    recurs: false,
  },
  { id: 'border', values: { held_at_border: 'yes' }, asks: [], protocol: 'border-zone', recurs: true },
];

export const findEvent = (id: unknown): FactEvent | null => FACT_EVENTS.find((it) => it.id === id) ?? null;
