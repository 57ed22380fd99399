import { command, rows } from '../../platform/data/statement';
import type { CaseRow } from './case-row';

/** Lines of cases. */
export const CASE_ROWS_SQL = {
  lock: command(`SELECT FROM case_file WHERE id = $1 FOR UPDATE`),

  /** Of the cases `$1`, at `$2`. */
  list: rows<CaseRow>({
    ...{ id: 'uuid', reference: 'text', teamId: 'uuid', teamName: 'text', teamKind: 'text', leadId: 'uuid?' },
    ...{ territory: 'text', openedAt: 'timestamptz', seq: 'integer', dataKeyId: 'uuid', child: 'bytea' },
    ...{ ties: 'jsonb', circle: 'uuid[]?', recusedIds: 'uuid[]', missionIds: 'uuid[]' },
  }).from(`
  SELECT c.id, c.reference, c.team_id AS "teamId", t.name AS "teamName", t.kind AS "teamKind",
         -- Whoever is not here leads nothing, from that day on.
         (SELECT l.id FROM account l WHERE l.id = c.lead_id AND account_is_open(l)) AS "leadId", c.territory,
         c.opened_at AS "openedAt", c.seq::int AS seq, c.data_key_id AS "dataKeyId", c.child,
         coalesce((SELECT jsonb_agg(jsonb_build_object('accountId', a.account_id, 'relation', a.relation,
                                                       'entryId', a.entry_id, 'classes', a.classes, 'until', a.until_at))
                     FROM (SELECT account_id, relation, entry_id, classes, until_at FROM assignment
                            WHERE case_file_id = c.id AND ended_at IS NULL AND (until_at IS NULL OR until_at > $2)
                           UNION ALL
                           SELECT account_id, 'break-glass', NULL, NULL, until_at FROM break_glass
                            WHERE case_file_id = c.id AND ended_at IS NULL AND until_at > $2) a), '[]') AS ties,
         (SELECT r.circle FROM restriction r WHERE r.case_file_id = c.id AND r.ended_at IS NULL) AS circle,
         ARRAY(SELECT r.account_id FROM recusal r WHERE r.case_file_id = c.id AND r.lifted_at IS NULL) AS "recusedIds",
         ARRAY(SELECT m.mission_id FROM mission_case m
                WHERE m.case_file_id = c.id AND m.mission_id = ANY (ARRAY(SELECT app_open_missions()))) AS "missionIds"
    FROM case_file c JOIN team t ON t.id = c.team_id
   WHERE c.id = ANY ($1::uuid[])`),
} as const;
