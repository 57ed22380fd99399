import { rows } from '../../platform/data/statement';

/** Nobody changed them, made sure of them or took them away since. `$1`: their imports. */
const UNTOUCHED = `FROM directory_service WHERE import_id = ANY ($1::uuid[]) AND removed_at IS NULL AND changed_at = created_at`;

export const UNTOUCHED_SERVICES = {
  list: rows<{ readonly id: string }>({ id: 'uuid' }).from(`SELECT id ${UNTOUCHED}`),

  count: rows<{ readonly importId: string; readonly count: number }>({
    importId: 'uuid!',
    count: 'integer',
  }).from(`SELECT import_id AS "importId", count(*)::int AS count ${UNTOUCHED} GROUP BY import_id`),
} as const;
