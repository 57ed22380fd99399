import { rows } from '../../platform/data/statement';

/** What a service is asked now, and holds: numbers, and nothing of whom it is for. */
export interface AskedNow {
  /** Questions for a place that it has yet to answer, and children that it was told of and has said nothing to. */
  readonly waiting: number;
  /** Places that it holds. */
  readonly held: number;
}

/** Of the service `$1` at `$2`. */
export const ASKED_NOW = rows<AskedNow>({ waiting: 'integer!', held: 'integer!' }).from(`
  WITH asked AS (
    SELECT r.id, q.due_at FROM capacity_request r JOIN capacity_question q ON q.id = r.question_id
     WHERE r.service_id = $1
       AND NOT EXISTS (SELECT 1 FROM capacity_event c WHERE c.question_id = q.id AND c.kind IN ('closed','met','taken','unmet'))
  )
  SELECT (SELECT count(*) FROM asked a WHERE a.due_at > $2::timestamptz
             AND NOT EXISTS (SELECT 1 FROM capacity_event e WHERE e.request_id = a.id AND e.kind IN ('yes','no','other-offer','elsewhere')))::int
       + (SELECT count(*) FROM referral_event s WHERE s.service_id = $1 AND s.kind = 'sent' AND s.until_at > $2::timestamptz
             AND NOT EXISTS (SELECT 1 FROM referral_event e WHERE e.sharing_id = s.sharing_id
                                AND e.kind IN ('accepted','refused','other-offer','elsewhere','withdrawn','ended')))::int AS waiting,
         (SELECT count(*) FROM asked a JOIN capacity_event y ON y.request_id = a.id AND y.kind = 'yes' AND y.held_until > $2::timestamptz
           WHERE NOT EXISTS (SELECT 1 FROM capacity_event l WHERE l.request_id = a.id AND (l.at, l.id) > (y.at, y.id)
                                AND l.kind IN ('yes','no','other-offer','elsewhere')))::int AS held`);
