import { rows } from '../../platform/data/statement';

/** An act of somebody, as far as a board asks about it. */
interface ActRow {
  readonly id: string;
  readonly machineAt: Date;
}

export const BOARD_SQL = {
  /** The last act of a person in the case `$1` after this moment of the space's clock (`$2`); that a protocol opened is what an act brought about. */
  lastAct: rows<ActRow>({ id: 'uuid', machineAt: 'timestamptz' }).from(
    `SELECT id, machine_at AS "machineAt" FROM journal_entry
      WHERE case_file_id = $1 AND recorded_at > $2 AND kind <> 'run-opened' AND entered_by NOT LIKE 'system:%' ORDER BY seq DESC LIMIT 1`,
  ),
  /** When each of these accounts (`$2`) last did something in the case `$1`. */
  lastOf: rows<{ readonly account: string; readonly machineAt: Date }>({
    ...{ account: 'text', machineAt: 'timestamptz' },
  }).from(
    `SELECT entered_by AS account, max(machine_at) AS "machineAt" FROM journal_entry
      WHERE case_file_id = $1 AND entered_by = ANY ($2::text[]) GROUP BY entered_by`,
  ),
} as const;
