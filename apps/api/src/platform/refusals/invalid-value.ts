import { territoryOf } from '@repere/territories';
import type { ProblemReasonDto } from '../answers/openapi';
import { Refusal } from './refusal';

/** What was sent in this field can't be taken, with what would be right. */
export const wrongValue = (field: string, fr: string, en: string): ProblemReasonDto => ({
  ...{ code: 'invalid-value', field, text: { fr, en } },
});

/** The refusal for that reason alone. */
export const invalidValue = (...reason: Parameters<typeof wrongValue>): Refusal =>
  new Refusal('invalid', { reasons: [wrongValue(...reason)] });

/** Refuses a code that is of no département, in the field `territory`. */
export function demandTerritory(code: string): void {
  if (!territoryOf(code))
    throw invalidValue(
      'territory',
      'Ce code n’est celui d’aucun département.',
      'This is the code of no département.',
    );
}
