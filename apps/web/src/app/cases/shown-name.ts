import type { Shown } from '@repere/cases';
import { isolated } from '@repere/ui';

/** What the child is called, or the words that stand for a name this reader may not see. */
export function shownName(name: Shown<string>, hidden: string): string {
  return typeof name === 'string' ? isolated(name) : hidden;
}
