import { command, rows } from '../data/statement';
import { LAST } from '../spaces/preparing-client';

/** Longer than any device stays offline with something unsent and unseen. */
const KEPT_DAYS = 7;

const KEEP = `
    UPDATE idempotency_key i SET status = $3, (answer, key_id) =
           (SELECT k.answer, k.key_id FROM (VALUES ($4::bytea, $5::uuid)) AS k (answer, key_id)
             WHERE $6::uuid IS NULL OR EXISTS (SELECT 1 FROM case_file c WHERE c.id = $6 AND c.data_key_id = k.key_id))
     WHERE i.account_id = $1 AND i.key = $2`;

/** Keys of repeated writes with their first answers. */
export const IDEMPOTENCY_SQL = {
  /** What is kept no longer, a part of it. */
  forget: command(`
    DELETE FROM idempotency_key WHERE (account_id, key) IN
      (SELECT account_id, key FROM idempotency_key WHERE created_at < now() - make_interval(days => ${String(KEPT_DAYS)})
        LIMIT 5000 FOR UPDATE SKIP LOCKED)`),

  /** No row: there is one already. `$1` account, `$2` key, `$3` act, `$4` hash of the request. */
  enter: rows<{ readonly key: string }>({ key: 'text' }).from(`
    INSERT INTO idempotency_key (account_id, key, act, request_hash) VALUES ($1, $2, $3, $4)
    ON CONFLICT DO NOTHING RETURNING key`),

  /**
   * The answer `$4` under the key `$5`; about a case, `$6`, only where it is still there for the account under this key. With
   * whether the transaction changed rows that were not recorded yet.
   */
  keep: rows<{ readonly isUnrecorded: boolean }>({ isUnrecorded: 'boolean' }).from(`${KEEP}
    RETURNING EXISTS (SELECT 1 FROM captured_change WHERE xid = pg_current_xact_id_if_assigned()) AS "isUnrecorded"`),

  /** The same as the last of its transaction, which fails where a change was not recorded, or there is no such key. */
  keepLast: rows<{ readonly unrecorded: unknown }>({ unrecorded: 'json?' }).from(`
    WITH kept AS (${KEEP} RETURNING i.key)
    SELECT CASE WHEN EXISTS (SELECT 1 FROM kept)
                THEN (SELECT refuse_untold(t.table_name) FROM captured_change t
                       WHERE t.xid = pg_current_xact_id_if_assigned() LIMIT 1)
                ELSE refuse_untold('a key that is not there') END AS unrecorded${LAST}`),
} as const;
