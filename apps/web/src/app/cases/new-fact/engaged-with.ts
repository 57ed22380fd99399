import type { CaseEvent, CaseFile, WhatIf } from '@repere/contract';

/**
 * The protocol that has to be engaged with an event: no protocol at work opens it by itself, and it isn't at work. `null`:
 * none, or not known until it is known what the event opens.
 */
export function engagedWith(
  event: CaseEvent | null,
  { state }: Pick<CaseFile, 'state'>,
  effects: WhatIf | null,
): string | null {
  const protocol = event?.protocol ?? null;
  if (!event || protocol === null || !effects || effects.refused.length) return null;
  if (effects.opens.some((it) => it.protocol === protocol)) return null;
  const runs = state.runs.filter((run) => run.protocol === protocol);
  return runs.some(({ ended }) => !ended || !event.recurs) ? null : protocol;
}
