import { type Occurrence, parseOccurrence } from '@repere/feel';
import { Refusal } from '../../platform/refusals/refusal';

/** When something happened, as someone wrote it: an instant or an EDTF date, in the zone of the case. `field` is named in a refusal. */
export function readOccurrence(
  written: string | undefined,
  zone: string,
  field = 'occurredAt',
): Occurrence | undefined {
  if (written === undefined) return undefined;
  const result = parseOccurrence(written, zone);
  if (result.ok) return result.value;
  throw new Refusal('invalid', { reasons: [{ ...result.problem, field }] });
}
