import type { AccountRole } from '@repere/access';
import { rows } from '../../platform/data/statement';

/** Somebody of the fictional staff. */
interface CastRow {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly AccountRole[];
}

export const CAST_SQL = {
  all: rows<CastRow>({ id: 'uuid', login: 'text', name: 'text', roles: 'text[]' }).from(
    `SELECT id, login, name, roles FROM account a WHERE account_is_open(a) ORDER BY created_at, login`,
  ),
} as const;
