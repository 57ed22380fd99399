import type { Refusal } from '../../platform/refusals/refusal';
import { refused } from '../../platform/refusals/refused';

/** Nobody is given a case in which they declared a conflict of interest. */
export const inConflict = (): Refusal =>
  refused(
    'conflict',
    'Cette personne a déclaré un conflit d’intérêts pour ce dossier.',
    'This person declared a conflict of interest in this case.',
    'accountId',
  );
