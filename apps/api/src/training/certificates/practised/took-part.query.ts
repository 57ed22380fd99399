import { rows } from '../../../platform/data/statement';

/** What a learner has done, or looked at, in the case of a class. */
export interface PartRow {
  readonly learner: string;
  readonly acted: boolean;
  readonly followed: boolean;
}

export const TOOK_PART_SQL = {
  /**
   * Of who is in. `$1`: the case, `$2`: when its story began, by the space's clock. Followed has who answered a question, or opened the case
   * once somebody had done something in it.
   */
  parts: rows<PartRow>({
    ...{ learner: 'uuid', acted: 'boolean', followed: 'boolean' },
  }).from(
    `WITH act AS (
       SELECT entered_by, recorded_at FROM journal_entry
        WHERE case_file_id = $1 AND recorded_at > $2 AND kind <> 'run-opened' AND entered_by NOT LIKE 'system:%'),
     looked AS (
       SELECT DISTINCT n.subject FROM access_event v JOIN alias n ON n.kind = 'account' AND n.alias = v.reader
        WHERE v.case_file_id = $1 AND v.outcome = 'done' AND v.at >= (SELECT min(recorded_at) FROM act))
     SELECT l.id AS learner,
            EXISTS (SELECT 1 FROM act WHERE act.entered_by = l.account_id::text) AS acted,
            EXISTS (SELECT 1 FROM question_answer a WHERE a.learner_id = l.id)
              OR EXISTS (SELECT 1 FROM looked WHERE looked.subject = l.account_id::text) AS followed
       FROM learner l WHERE l.state = 'admitted' ORDER BY l.id LIMIT 100`,
  ),
} as const;
