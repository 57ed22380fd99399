import { rows } from '../../platform/data/statement';
import { VERSIONS_MARK } from '../../protocols/versions/versions-mark.query';

export interface OwnCasesRow {
  /** Given to the reader, or led by somebody whom they stand in for. */
  readonly assignedIds: readonly string[];
  /** Of the reader's open missions: case and mission. */
  readonly audited: readonly (readonly [caseFileId: string, missionId: string])[];
  readonly leads: boolean;
  /** Of the protocols that a list names, so that they are not asked for by themselves. */
  readonly versionsMark: string | null;
}

/** Cases that are somebody's own. */
export const READER_SCOPE_SQL = {
  /** `$1`: whom the reader stands in for. */
  own: rows<OwnCasesRow>({
    ...{ assignedIds: 'uuid[]', audited: 'json', leads: 'boolean', versionsMark: 'text?' },
  }).from(`
    SELECT ${VERSIONS_MARK} AS "versionsMark", ARRAY(SELECT unnest(app_assigned_cases_array()) UNION
                 SELECT id FROM case_file WHERE lead_id = ANY ($1::uuid[])
                    AND lead_id::text || team_id::text = ANY ((SELECT app_substitutions_array())::text[])) AS "assignedIds",
           coalesce((SELECT json_agg(json_build_array(case_file_id, mission_id)) FROM mission_case
                      WHERE mission_id = ANY ((SELECT app_open_missions_array())::uuid[])), '[]') AS audited,
           EXISTS (SELECT 1 FROM case_file WHERE lead_id = (SELECT app_account())) AS leads`),
} as const;
