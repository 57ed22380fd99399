import type { DeadlineDefinition } from '../../documents/document';
import type { Text } from '@repere/feel';
import { periodWords } from './period-words';

/** How often a duty comes again, in words, each period under its condition; `null` if it does not. */
export function recurrenceWords(every: DeadlineDefinition['every']): Text | null {
  if (every === undefined) return null;
  const lines = every.map(({ when, is }) => {
    const { fr, en } = periodWords(is);
    return when === undefined ? { fr, en } : { fr: `${fr} (si ${when})`, en: `${en} (if ${when})` };
  });
  return {
    fr: lines.map(({ fr }) => fr).join(', sinon '),
    en: lines.map(({ en }) => en).join(', otherwise '),
  };
}
