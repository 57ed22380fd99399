import { casesInChargeOf, sentTasks } from '../worklist/sent-tasks.query';

/** SQL: the line `l` of a case tells it of a tie that it has not answered yet. */
export const TIE_TO_ANSWER = `l.act = 'told' AND NOT EXISTS (
  SELECT 1 FROM case_link o WHERE o.link_id = l.link_id AND o.case_file_id = l.case_file_id AND o.act <> 'told')`;

/** TOOL: how long the other child's people wait for a word. */
const ANSWER_HOURS = 48;

/** A tie that waits for an answer. `isOwn`: from who reads; else it is late, in a team that they plan for. */
export type SentTie = readonly [linkId: string, caseFileId: string, isOwn: boolean, dueAt: string];

/**
 * SQL: how many there are, how many late, and the first of them. Of who leads the case, stands in, is assigned or on duty; of who plans for
 * these teams what is late. Whoever asked has none: they may not learn that there is such a case.
 */
export const tiesToAnswer = ({ reader, teams, now }: Record<'reader' | 'teams' | 'now', string>): string => {
  const own = casesInChargeOf(reader);
  const dueAt = `l.at + interval '${String(ANSWER_HOURS)} hours'`;
  const isLate = `${dueAt} <= ${now}::timestamptz`;
  // Two ways to them, each by its index: what was told is kept for good.
  return sentTasks(
    `json_build_array(l.link_id, l.case_file_id, l.is_own, ${dueAt})`,
    `count(*) FILTER (WHERE ${isLate}) OVER ()`,
    `FROM (
       SELECT l.*, true AS is_own FROM case_link l WHERE l.case_file_id IN ${own} AND ${TIE_TO_ANSWER}
       UNION ALL
       SELECT l.*, false FROM case_link l
        WHERE l.team_id = ANY (${teams}::uuid[]) AND ${isLate} AND ${TIE_TO_ANSWER} AND l.case_file_id NOT IN ${own}) AS l`,
    'l.at, l.link_id',
  );
};
