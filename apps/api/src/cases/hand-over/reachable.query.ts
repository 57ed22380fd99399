import { rows } from '../../platform/data/statement';

/** Those of the accounts `$1` that mails reach. */
export const LIST_REACHABLE = rows<{ readonly id: string }>({ id: 'uuid' }).from(
  `SELECT id FROM account WHERE id = ANY ($1::uuid[]) AND email IS NOT NULL`,
);
