import { rows } from '../../platform/data/statement';

/** `$1`: an event. What it commits to, sealed. */
export const CERTIFICATE_PAYLOAD = rows<{
  readonly eventId: string;
  readonly keyId: string;
  readonly content: Buffer;
}>({
  ...{ eventId: 'uuid', keyId: 'uuid', content: 'bytea' },
}).from(`SELECT event_id AS "eventId", key_id AS "keyId", content FROM ledger_payload WHERE event_seq = $1`);
