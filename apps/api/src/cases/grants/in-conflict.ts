import type { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';
import type { CaseRow } from '../reading/case-row';

/** Nobody is given a case in which they declared a conflict of interest. */
export const inConflict = (): Refusal =>
  refused(
    'conflict',
    'Cette personne a déclaré un conflit d’intérêts pour ce dossier.',
    'This person declared a conflict of interest in this case.',
    'accountId',
  );

/** By a conflict of interest, or by a circle in which it is not. */
export const isKeptAway = (
  { recusedIds, circle }: Pick<CaseRow, 'recusedIds' | 'circle'>,
  accountId: string,
): boolean => recusedIds.includes(accountId) || (circle !== null && !circle.includes(accountId));

/** Throws where this account is kept away from the case: by a conflict of interest, or by a circle in which it is not. */
export function refuseKeptAway({ recusedIds, circle }: CaseRow, accountId: string): void {
  if (recusedIds.includes(accountId)) throw inConflict();
  if (circle && !circle.includes(accountId))
    throw refused(
      'outside-the-circle',
      'Ce dossier est réservé : nommez d’abord cette personne dans le cercle.',
      'This case is restricted: name this person in the circle first.',
      'accountId',
    );
}
