import type { BoardFigure } from '@repere/audit';
import { lateAt, OURS_UNDONE } from '../../cases/worklist/work-phases.query';

const IS_LATE = lateAt('$2');
const IS_SOON = `d.due_at < $3 AND d.late_from >= $2 AND d.waits_for = 'doing'`;

/** Deadlines of ours that are late or soon, as the worklist counts them. "At once" is late a day after it is due. */
export const DUE = `
  SELECT d.case_file_id, d.lead_id, d.protocol, d.origin, d.due_at, ${IS_LATE} AS is_late
    FROM deadline d
   WHERE d.team_id = $1 AND ${OURS_UNDONE} AND d.late_from < $3::timestamptz + interval '1 day' AND (${IS_LATE} OR ${IS_SOON})`;

const OPEN = `EXISTS (SELECT 1 FROM run o WHERE o.team_id = $1 AND o.case_file_id = c.id AND NOT o.ended)`;

/**
 * The cases behind each figure of a team, with since when or until when: columns `case_file_id`, `at`, and `lead_id`,
 * `protocol` where the figure is told by them. A case may come several times; the first counts.
 */
export const CASES_OF: Readonly<Record<BoardFigure, string>> = {
  'late-legal': `SELECT case_file_id, due_at AS at, lead_id, protocol FROM (${DUE}) AS due WHERE is_late AND origin = 'LEGAL'`,
  late: `SELECT case_file_id, due_at AS at, lead_id, protocol FROM (${DUE}) AS due WHERE is_late`,
  soon: `SELECT case_file_id, due_at AS at, lead_id, protocol FROM (${DUE}) AS due WHERE NOT is_late`,
  missing: `
    SELECT r.case_file_id, r.opened_at AS at, c.lead_id, r.protocol FROM run r
      JOIN case_file c ON c.id = r.case_file_id
     WHERE r.team_id = $1 AND r.is_absence AND c.erased_at IS NULL`,
  // Where a child is placed is read by few; that there is no place is what the step says, in whichever protocol asks.
  'no-place-tonight': `
    SELECT s.case_file_id, coalesce(d.starts_at, c.changed_at) AS at, c.lead_id, s.protocol FROM step_state s
      JOIN case_file c ON c.id = s.case_file_id
      LEFT JOIN deadline d ON d.run_id = s.run_id AND d.step = s.step AND d.of = 'step'
     WHERE s.team_id = $1 AND s.counted = 'no-place-tonight' AND NOT s.is_over AND s.state <> 'waiting'
       AND c.erased_at IS NULL AND ${OPEN}`,
  'signs-unprotected': `
    SELECT c.id AS case_file_id, c.opened_at AS at, c.lead_id, NULL AS protocol FROM case_file c
     WHERE c.team_id = $1 AND c.erased_at IS NULL AND ${OPEN}
       AND c.id IN (SELECT f.case_file_id FROM case_fact f
                     WHERE f.team_id = $1 AND f.run_id IS NULL AND 'sign' = ANY (f.counted))
       AND c.id NOT IN (SELECT s.case_file_id FROM step_state s
                         WHERE s.team_id = $1 AND s.state IN ('done', 'done-to-approve', 'to-confirm')
                           AND s.protocol || '/' || s.step = ANY ($5::text[]))`,
  approvals: `
    SELECT s.case_file_id, coalesce(d.due_at, c.changed_at) AS at, c.lead_id, s.protocol FROM step_state s
      JOIN case_file c ON c.id = s.case_file_id
      LEFT JOIN deadline d ON d.run_id = s.run_id AND d.step = s.step AND d.of = 'approval'
     WHERE s.team_id = $1 AND s.to_approve IS NOT NULL`,
  'not-referred': `
    SELECT f.case_file_id, c.opened_at AS at, c.lead_id, NULL AS protocol FROM case_fact f
      JOIN case_file c ON c.id = f.case_file_id
     WHERE f.team_id = $1 AND 'not-referred' = ANY (f.counted)`,
  'hotel-refused': `
    SELECT a.case_file_id, a.at, c.lead_id, NULL AS protocol FROM stopped_act a
      JOIN case_file c ON c.id = a.case_file_id
     WHERE a.team_id = $1 AND 'hotel-refused' = ANY (a.rules) AND a.at > $4 AND a.at <= $2`,
  'rights-incidents': `
    SELECT a.case_file_id, a.at, c.lead_id, r.protocol FROM alert a
      JOIN case_file c ON c.id = a.case_file_id
      JOIN run r ON r.id = a.run_id
     WHERE a.team_id = $1 AND a.kind = 'rights-incident' AND a.at > $4 AND a.at <= $2`,
  open: `
    SELECT c.id AS case_file_id, c.opened_at AS at, c.lead_id, NULL AS protocol FROM case_file c
     WHERE c.team_id = $1 AND c.erased_at IS NULL AND ${OPEN}`,
};

/** All parameters named once, so that each has its type whatever a figure asks. */
export const TYPED = `$1::uuid IS NOT NULL AND $2::timestamptz IS NOT NULL AND $3::timestamptz IS NOT NULL
  AND $4::timestamptz IS NOT NULL AND $5::text[] IS NOT NULL`;
