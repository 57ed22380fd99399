import { PROTOCOL_NAME } from '@repere/protocol';
import { UUID } from '../../platform/uuid';
import { Refusal } from '../../platform/refusals/refusal';
import type { Narrowed } from './board.query';
import { invalidValue } from '../../platform/refusals/invalid-value';

/** What an address narrows a figure to; `invalid` for what is neither an account, `nobody`, nor the name of a protocol. */
export function readNarrowed(leadId: string | undefined, protocol: string | undefined): Narrowed {
  if (leadId !== undefined && leadId !== 'nobody' && !UUID.test(leadId)) throw invalid('lead');
  if (protocol !== undefined && !PROTOCOL_NAME.test(protocol)) throw invalid('protocol');
  return {
    ...(leadId !== undefined && { leadId: leadId.toLowerCase() }),
    ...(protocol !== undefined && { protocol }),
  };
}

const invalid = (field: string): Refusal =>
  invalidValue(field, 'Ce choix n’existe pas.', 'There is no such choice.');
