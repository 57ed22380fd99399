import { rows } from '../../platform/data/statement';

/** Cases that are somebody's own. */
export const READER_SCOPE_SQL = {
  /** Given to the reader, or led by somebody whom they stand in for, `$1`. */
  assigned: rows<{ readonly id: string }>({ id: 'uuid' }).from(`
    SELECT app_assigned_cases() AS id UNION
    SELECT id FROM case_file WHERE lead_id = ANY ($1::uuid[]) AND app_is_self(lead_id, team_id)`),

  /** Of the reader's open missions. */
  audited: rows<{ readonly id: string; readonly missionId: string }>({ id: 'uuid', missionId: 'uuid' }).from(`
    SELECT case_file_id AS id, mission_id AS "missionId" FROM mission_case
     WHERE mission_id = ANY (ARRAY(SELECT app_open_missions()))`),
} as const;
