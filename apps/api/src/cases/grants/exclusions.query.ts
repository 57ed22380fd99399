import { command, rows } from '../../platform/data/statement';

/** What circles ask that is not of one row. */
export const EXCLUSIONS_SQL = {
  /** The account `$2` is of the circle of case `$1` as well, if it has one. */
  admit: command(`
    UPDATE restriction SET circle = array_append(circle, $2)
     WHERE case_file_id = $1 AND ended_at IS NULL AND $2 <> ALL (circle)`),

  /** Supervisors of case `$1` in their own name, beside the account `$2`. */
  otherSupervisors: rows<{ readonly id: string }>({ id: 'uuid' }).from(`
    SELECT account_id AS id FROM case_relation_now
     WHERE case_id = $1 AND relation = 'supervisor' AND instead_of IS NULL AND account_id <> $2`),
} as const;
