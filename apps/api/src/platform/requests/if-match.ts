import { Refusal } from '../refusals/refusal';
import { invalidValue } from '../refusals/invalid-value';

/** The number in `If-Match: "12"`; `precondition-missing` without the header, `invalid` for anything else in it. */
export function readIfMatch(header: string | undefined): number {
  if (header === undefined) throw new Refusal('precondition-missing');
  const [, digits] = /^(?:W\/)?"?(\d{1,15})"?$/.exec(header.trim()) ?? [];
  if (digits === undefined)
    throw invalidValue('If-Match', 'If-Match attend un numéro : "12".', 'If-Match takes a number: "12".');
  return Number(digits);
}
