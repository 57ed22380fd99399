import { rows } from '../platform/data/statement';

export const DEMO_SQL = {
  isThere: rows<{ readonly id: string }>({ id: 'uuid' }).from(`SELECT id FROM case_file WHERE id = $1`),
  /** The `$3`th run of protocol `$2` of case `$1`, counted from nought. */
  runOf: rows<{ readonly id: string; readonly version: string }>({ id: 'uuid', version: 'text' }).from(
    `SELECT id, version FROM run WHERE case_file_id = $1 AND protocol = $2 ORDER BY opened_at, id OFFSET $3 LIMIT 1`,
  ),
  /** The first case of lead `$1` with a run of `$2`, if no case at all is open to a partner yet. */
  caseToRefer: rows<{ readonly id: string }>({ id: 'uuid' }).from(
    `SELECT c.id FROM case_file c JOIN run r ON r.case_file_id = c.id AND r.protocol = $2
      WHERE c.lead_id = $1 AND NOT EXISTS (SELECT 1 FROM assignment a WHERE a.relation = 'partner')
      ORDER BY c.opened_at, c.id LIMIT 1`,
  ),
  anyDuty: rows<{ readonly id: string }>({ id: 'uuid' }).from(`SELECT id FROM duty LIMIT 1`),
  firstOfTeam: rows<{ readonly reference: string }>({ reference: 'text' }).from(
    `SELECT reference FROM case_file WHERE team_id = $1 ORDER BY opened_at, id LIMIT 1`,
  ),
} as const;
