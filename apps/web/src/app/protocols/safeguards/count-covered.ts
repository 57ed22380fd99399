import type { Covered } from '@repere/protocol';
import type { Language } from '@repere/ui';
import { everyOf } from '../../platform/every-of';

const COUNTED = everyOf<keyof Covered>()(['facts', 'classes', 'states', 'paths', 'queries']);

/** How much was looked at, in words: "3 réponses · 8 classes · 120 états"; what was not counted is left out. */
export function countCovered(covered: Covered, { count }: Pick<Language, 'count'>): string {
  return COUNTED.filter((what) => covered[what] > 0)
    .map((what) => count(`protocols.proof.${what}`, covered[what]))
    .join(' · ');
}
