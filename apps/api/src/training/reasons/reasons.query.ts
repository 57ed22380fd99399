import type { ReasonCriterion } from '@repere/training';
import { command, rows } from '../../platform/data/statement';

/** A reason of the story, as whoever leads rated it. */
export interface RatedReasonRow {
  readonly entryId: string;
  readonly met: readonly ReasonCriterion[];
  readonly missing: readonly ReasonCriterion[];
  readonly note: string | null;
}

export const REASONS_SQL = {
  all: rows<RatedReasonRow>({ entryId: 'uuid', met: 'text[]', missing: 'text[]', note: 'text?' }).from(
    `SELECT entry_id AS "entryId", met, missing, note FROM reason_rating ORDER BY entry_id LIMIT 1000`,
  ),
  /** `$1`: entry, `$2`: criteria that are met, `$3`: those that are not, `$4`: a note or `null`. */
  rate: command(
    `INSERT INTO reason_rating (entry_id, met, missing, note, rated_at) VALUES ($1, $2, $3, $4, now())
     ON CONFLICT (entry_id) DO UPDATE SET met = $2, missing = $3, note = $4, rated_at = now()`,
  ),
  takeBack: command(`DELETE FROM reason_rating WHERE entry_id = $1`),
} as const;
