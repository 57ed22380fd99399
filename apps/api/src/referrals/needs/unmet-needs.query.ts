import { rows } from '../../platform/data/statement';
import { GAP_REASONS, type GapReason } from '../answers/referral-state';
import { ENDS_OF_NEED, type NeedCode, type NotNeededReason } from '../entities/unmet-need-event.entity';

/**
 * `open`: those who were asked said no or nothing. `recorded`: somebody said that nobody meets it. `not-needed`: somebody said, before
 * anybody was asked, that the child needs it no more; who supervises sees it.
 */
export const LISTED_STANDINGS = ['open', 'recorded', 'not-needed'] as const;
export type ListedStanding = (typeof LISTED_STANDINGS)[number];

/** A need that nobody meets, or of which somebody said that it is needed no more. */
export interface ListedNeed {
  readonly caseFileId: string;
  readonly need: NeedCode;
  readonly reason: GapReason | NotNeededReason;
  readonly standing: ListedStanding;
  /** Services were asked for a place. */
  readonly isAsked: boolean;
  readonly since: Date;
}

/** Why needs are counted. `age-gap`: beside what anybody answered, services that would meet it shut out those of sixteen and seventeen (G05). */
export const COUNTED_REASONS = [...GAP_REASONS, 'age-gap'] as const;

export interface CountedNeeds {
  readonly territory: string;
  readonly need: NeedCode;
  readonly reason: (typeof COUNTED_REASONS)[number];
  readonly open: number;
  readonly recorded: number;
}

/** Last words of a need that is counted no more. */
const CLOSED = `(${ENDS_OF_NEED.map((kind) => `'${kind}'`).join()})`;

/** The last word on each need of these teams. */
const LAST = `
  SELECT DISTINCT ON (e.case_file_id, e.need, e.need_id)
         e.case_file_id, e.need, e.need_id, e.kind, e.reason, e.at, e.team_id
    FROM unmet_need_event e
   WHERE e.team_id = ANY($1::uuid[])
   ORDER BY e.case_file_id, e.need, e.need_id, e.at DESC, e.id DESC`;

/** Since when: from the last time that it was opened. */
const SINCE = `
  (SELECT max(o.at) FROM unmet_need_event o WHERE o.case_file_id = l.case_file_id AND o.need = l.need
      AND o.need_id IS NOT DISTINCT FROM l.need_id AND o.kind = 'opened'
      AND NOT EXISTS (SELECT 1 FROM unmet_need_event m WHERE m.case_file_id = o.case_file_id AND m.need = o.need
            AND m.need_id IS NOT DISTINCT FROM o.need_id AND m.kind IN ${CLOSED} AND m.at > o.at))`;

export const UNMET_NEEDS_SQL = {
  caseOf: rows<{ readonly caseFileId: string }>({ caseFileId: 'uuid!' }).from(`
    SELECT case_file_id AS "caseFileId" FROM capacity_event WHERE id = $1
    UNION SELECT case_file_id FROM capacity_question WHERE id = $1
    UNION SELECT case_file_id FROM need_task WHERE id = $1
    UNION SELECT case_file_id FROM unmet_need_event WHERE id = $1
    UNION SELECT case_file_id FROM referral_event WHERE id = $1 OR sharing_id = $1`),

  list: rows<ListedNeed>({
    ...{
      caseFileId: 'uuid',
      need: 'text',
      reason: 'text!',
      standing: 'text!',
      isAsked: 'boolean!',
      since: 'timestamptz!',
    },
  }).from(`
    SELECT l.case_file_id AS "caseFileId", l.need, l.reason, CASE l.kind WHEN 'opened' THEN 'open' ELSE l.kind END AS standing,
           EXISTS (SELECT 1 FROM capacity_question q WHERE q.case_file_id = l.case_file_id AND q.need = l.need) AS "isAsked",
           coalesce(${SINCE}, l.at) AS since
      FROM (${LAST}) AS l JOIN case_file c ON c.id = l.case_file_id AND c.team_id = ANY($1::uuid[])
     WHERE l.kind <> 'met' AND c.erased_at IS NULL
       AND (l.kind <> 'not-needed' OR NOT EXISTS (
         SELECT 1 FROM need_task t WHERE t.case_file_id = l.case_file_id AND t.need = l.need AND t.kind = 'age-gap'))
     ORDER BY l.kind = 'not-needed', since, l.case_file_id, l.need LIMIT $2`),

  count: rows<CountedNeeds>({
    ...{ territory: 'text', need: 'text', reason: 'text!', open: 'integer!', recorded: 'integer!' },
  }).from(`
    WITH last AS (${LAST}), counted AS (
      SELECT l.case_file_id, l.need, l.reason, l.kind FROM last l WHERE l.kind NOT IN ${CLOSED}
      UNION ALL
      SELECT t.case_file_id, t.need, 'age-gap', coalesce(l.kind, 'opened')
        FROM need_task t LEFT JOIN last l ON l.case_file_id = t.case_file_id AND l.need = t.need AND l.need_id IS NULL
       WHERE t.kind = 'age-gap' AND t.team_id = ANY($1::uuid[]))
    SELECT c.territory, n.need, n.reason, count(*) FILTER (WHERE n.kind <> 'recorded')::int AS open,
           count(*) FILTER (WHERE n.kind = 'recorded')::int AS recorded
      FROM counted n JOIN case_file c ON c.id = n.case_file_id AND c.team_id = ANY($1::uuid[])
     WHERE c.erased_at IS NULL
     GROUP BY c.territory, n.need, n.reason ORDER BY c.territory, count(*) DESC, n.need, n.reason LIMIT $2`),
};
