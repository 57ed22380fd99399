import { type AnswerColumns, rows } from '../../platform/data/statement';
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

export const OWN_CASES_COLUMNS: AnswerColumns<OwnCasesRow> = {
  ...{ assignedIds: 'uuid[]', audited: 'json', leads: 'boolean', versionsMark: 'text?' },
};

/**
 * Cases that are somebody's own, as columns of a statement. `absent`: SQL, whom the reader stands in for, `null`: nobody; `leads`: a
 * condition that tells it without a look at the cases.
 */
export const ownCases = (absent: string | null, leads = 'false'): string => `
    ${VERSIONS_MARK} AS "versionsMark", ${
      absent === null
        ? `app_assigned_cases_array()`
        : `ARRAY(SELECT unnest(app_assigned_cases_array()) UNION
                 SELECT id FROM case_file WHERE lead_id = ANY (${absent})
                    AND lead_id::text || team_id::text = ANY ((SELECT app_substitutions_array())::text[]))`
    } AS "assignedIds",
           coalesce((SELECT json_agg(json_build_array(case_file_id, mission_id)) FROM mission_case
                      WHERE mission_id = ANY ((SELECT app_open_missions_array())::uuid[])), '[]') AS audited,
           ${leads} OR EXISTS (SELECT 1 FROM case_file WHERE lead_id = (SELECT app_account())) AS leads`;

/** Cases that are somebody's own. */
export const READER_SCOPE_SQL = {
  /** `absent`: whom the reader stands in for. */
  own: rows<OwnCasesRow>(OWN_CASES_COLUMNS).written(
    (absent: readonly string[]) =>
      absent.length === 0
        ? { text: `SELECT ${ownCases(null)}`, values: [] }
        : { text: `SELECT ${ownCases('$1::uuid[]')}`, values: [absent] },
    [[[]], [['a']]],
  ),
} as const;
