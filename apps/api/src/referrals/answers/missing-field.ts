import { Refusal } from '../../platform/refusals/refusal';

/** A field that this answer needs, though others do not. */
export const missingField = (field: string, fr: string, en: string): Refusal =>
  new Refusal('invalid', { reasons: [{ code: 'missing-field', field, text: { fr, en } }] });
