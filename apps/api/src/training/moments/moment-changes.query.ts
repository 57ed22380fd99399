import { rows } from '../../platform/data/statement';

export const MOMENT_CHANGES_SQL = {
  /** An act of somebody after this moment of the machine (`$1`); what time alone brings about is none. */
  since: rows<{ readonly id: string }>({ id: 'uuid' }).from(
    `SELECT id FROM journal_entry WHERE machine_at > $1 AND entered_by NOT LIKE 'system:%' LIMIT 1`,
  ),
} as const;
