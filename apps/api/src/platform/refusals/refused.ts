import { Refusal } from './refusal';

/** A refusal with its one reason in words, about one field where there is one. */
export const refused = (code: string, fr: string, en: string, field?: string): Refusal =>
  new Refusal('refused', { reasons: [{ code, ...(field !== undefined && { field }), text: { fr, en } }] });
