import { rows } from '../platform/data/statement';

/** The open account with the login `$1`. */
export const OPEN_ACCOUNT = rows<{ readonly id: string }>({ id: 'uuid' }).from(
  `SELECT id FROM account a WHERE login = $1 AND account_is_open(a)`,
);
