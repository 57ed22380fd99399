import { CLOSED_FIELD } from '@repere/access';
import type { FactValues, FieldClass } from '@repere/protocol';
import { Refusal } from '../../../platform/refusals/refusal';
import type { LoadedCase } from '../../reading/loaded-case';

/**
 * Refuses (`not-allowed`) values for facts that the reader may not see: what is answered to a guess tells whether it is right.
 * `prefix`: the list whose row they belong to, with its dot.
 */
export function refuseRedacted(
  file: LoadedCase,
  runId: string | null,
  values: FactValues,
  redacted: ReadonlySet<FieldClass>,
  prefix = '',
): void {
  const isHidden = (fact: string): boolean => {
    const definition = file.findFact(runId, `${prefix}${fact}`);
    // What no protocol knows the engine refuses, whoever asks.
    return definition !== undefined && redacted.has(definition.class);
  };
  if (Object.keys(values).some(isHidden)) throw new Refusal('not-allowed', { reasons: [CLOSED_FIELD] });
}
