import { parseExpression } from '@repere/feel';
import { implies, isSameSyntax } from './implies';

/**
 * How a condition changed. `weaker`: it now holds in more situations, and in all in which it held; `stronger`: in fewer;
 * `same`: only its spelling or order differs; `rewritten`: its shape does not tell.
 */
export type ConditionChange = 'same' | 'weaker' | 'stronger' | 'rewritten';

/** How `after` is to `before`, by their shape alone: names stand for the same thing on both sides. */
export function compareConditions(before: string, after: string): ConditionChange {
  const [was, is] = [parseExpression(before), parseExpression(after)];
  if (!was.ok || !is.ok) return before === after ? 'same' : 'rewritten';
  if (isSameSyntax(was.value, is.value)) return 'same';
  return relation(implies(was.value, is.value), implies(is.value, was.value));
}

function relation(holdsOn: boolean, heldBefore: boolean): ConditionChange {
  if (holdsOn && heldBefore) return 'same';
  return holdsOn ? 'weaker' : heldBefore ? 'stronger' : 'rewritten';
}
