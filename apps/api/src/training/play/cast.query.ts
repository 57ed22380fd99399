import type { AccountRole } from '@repere/access';
import { rows } from '../../platform/data/statement';

/** Somebody of the fictional staff. */
interface CastRow {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly AccountRole[];
}

export const CAST_SQL = {
  /** In the order in which they were hired: the first is who the story is told to. */
  all: rows<CastRow>({ id: 'uuid', name: 'text', roles: 'text[]' }).from(
    `SELECT id, name, roles FROM account WHERE disabled_at IS NULL ORDER BY created_at, login`,
  ),
} as const;
