/** SQL: the line `l` of a case tells it of a tie that it has not answered yet. */
export const TIE_TO_ANSWER = `l.act = 'told' AND NOT EXISTS (
  SELECT 1 FROM case_link o WHERE o.link_id = l.link_id AND o.case_file_id = l.case_file_id AND o.act <> 'told')`;
