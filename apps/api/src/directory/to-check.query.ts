import { rows } from '../platform/data/statement';

/** How many services, and contacts on call, nobody made sure of since a moment. */
export const TO_CHECK = rows<{ readonly services: number; readonly contacts: number }>({
  ...{ services: 'integer!', contacts: 'integer!' },
}).from(
  `SELECT (SELECT count(*)::int FROM directory_service WHERE removed_at IS NULL AND verified_at < $1::timestamptz) AS services,
          (SELECT count(*)::int FROM on_call_contact WHERE removed_at IS NULL AND verified_at < $1::timestamptz) AS contacts`,
);

/** Who keeps the directory. */
export const ADMINISTRATORS = rows<{ readonly id: string }>({ id: 'uuid' }).from(
  `SELECT a.id FROM account a WHERE 'administrator' = ANY (a.roles) AND account_is_open(a) ORDER BY a.id LIMIT 50`,
);
