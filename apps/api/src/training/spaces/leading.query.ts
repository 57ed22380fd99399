import { rows } from '../../platform/data/statement';

export const LEADING_SQL = {
  /** Of these accounts (`$1`) those who are open and have one of these roles (`$2`). */
  open: rows<{ readonly id: string }>({ id: 'uuid' }).from(
    `SELECT id FROM account a WHERE id = ANY ($1::uuid[]) AND account_is_open(a) AND roles && $2::text[]`,
  ),
} as const;
