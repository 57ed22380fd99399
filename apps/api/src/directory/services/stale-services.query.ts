import { rows } from '../../platform/data/statement';

/** How many services nobody made sure of since a moment. */
export const STALE_SERVICES = rows<{ readonly count: string }>({ count: 'bigint' }).from(
  `SELECT count(*) AS count FROM directory_service WHERE removed_at IS NULL AND verified_at < $1::timestamptz`,
);

/** Who keeps the directory. */
export const ADMINISTRATORS = rows<{ readonly id: string }>({ id: 'uuid' }).from(
  `SELECT a.id FROM account a WHERE 'administrator' = ANY (a.roles) AND account_is_open(a) ORDER BY a.id LIMIT 50`,
);
