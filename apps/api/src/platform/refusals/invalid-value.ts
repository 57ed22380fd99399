import { territoryOf } from '@repere/territories';
import { Refusal } from './refusal';

/** What was sent in this field can't be taken, with what would be right. */
export const invalidValue = (field: string, fr: string, en: string): Refusal =>
  new Refusal('invalid', { reasons: [{ code: 'invalid-value', field, text: { fr, en } }] });

/** Refuses a code that is of no département, in the field `territory`. */
export function demandTerritory(code: string): void {
  if (!territoryOf(code))
    throw invalidValue(
      'territory',
      'Ce code n’est celui d’aucun département.',
      'This is the code of no département.',
    );
}
