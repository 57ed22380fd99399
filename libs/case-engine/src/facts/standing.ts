import type { Occurrence } from '@repere/feel';
import type { CaseFold } from '../fold/case-fold';
import type { Said, Standing } from '../journal/standing';

/** What is special about an entry, made when first needed: before that, what it says is simply in effect. */
export function standingOf(fold: CaseFold, index: number, said: Said): Standing {
  const known = fold.standingOf(index);
  if (known) return known;
  const standing: Standing = {
    said,
    inEffect: said,
    approval: 'none',
    waits: false,
    agreed: { said, approval: 'none' },
    amendments: [],
  };
  fold.setStanding(index, standing);
  return standing;
}

/** The same for an entry whose words wait for a second person: nothing of it is in effect. */
export function waitingStanding(fold: CaseFold, index: number, said: Said): Standing {
  const standing = standingOf(fold, index, said);
  standing.approval = 'due';
  standing.waits = true;
  standing.inEffect = null;
  standing.agreed = null;
  return standing;
}

/** When the act of this entry happened, as corrected; while a correction waits, as what rules says. */
export function occurrenceOf(fold: CaseFold, index: number): Occurrence {
  const standing = fold.standingOf(index);
  if (standing) return (standing.inEffect ?? standing.said).occurredAt;
  const entry = fold.entries[index];
  if (!entry) throw new RangeError(`No entry ${index}`);
  return entry.occurredAt;
}
