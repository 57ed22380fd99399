import { Refusal } from '../../platform/refusals/refusal';

/** A field that this answer needs, though others do not. */
export const missingField = (field: string, fr: string, en: string): Refusal =>
  new Refusal('invalid', { reasons: [{ code: 'missing-field', field, text: { fr, en } }] });

/** A field that is of other answers: it would be dropped, and whoever said it would not know. */
export const foreignField = (field: string, fr: string, en: string): Refusal =>
  new Refusal('invalid', { reasons: [{ code: 'not-of-this-answer', field, text: { fr, en } }] });

/** Of a no. */
export const reasonOfNo = (): Refusal =>
  foreignField(
    'reason',
    'Un motif est celui d’un refus : dites-le en mots.',
    'A reason is of a no: say it in words.',
  );
