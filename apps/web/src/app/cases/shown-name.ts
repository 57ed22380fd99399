import type { Shown } from '@repere/contract';

/** What the child is called, or the words that stand for a name this reader may not see. */
export function shownName(name: Shown<string>, hidden: string): string {
  return typeof name === 'string' ? name : hidden;
}
