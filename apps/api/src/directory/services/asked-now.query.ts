import { rows } from '../../platform/data/statement';

/** What services are asked now, and hold: numbers, and nothing of whom it is for. */
export interface AskedNow {
  /** Questions for a place that they have yet to answer, and children that they or accounts of them were told of and said nothing to. */
  readonly waiting: number;
  /** Places that they hold. */
  readonly held: number;
}

/** Nobody there said anything to it. */
const UNANSWERED = `NOT EXISTS (SELECT 1 FROM referral_event e WHERE e.sharing_id = s.sharing_id
         AND e.kind IN ('accepted','refused','other-offer','elsewhere','withdrawn','ended'))`;

/** Of the services `$1` at `$2`. */
export const ASKED_NOW = rows<AskedNow>({ waiting: 'integer!', held: 'integer!' }).from(`
  WITH asked AS (
    SELECT r.id, q.due_at FROM capacity_request r JOIN capacity_question q ON q.id = r.question_id
     WHERE r.service_id = ANY ($1::uuid[])
       AND NOT EXISTS (SELECT 1 FROM capacity_event c WHERE c.question_id = q.id AND c.kind IN ('closed','met','taken','unmet'))
  )
  SELECT (SELECT count(*) FROM asked a WHERE a.due_at > $2::timestamptz
             AND NOT EXISTS (SELECT 1 FROM capacity_event e WHERE e.request_id = a.id AND e.kind IN ('yes','no','other-offer','elsewhere')))::int
       + (SELECT count(*) FROM referral_event s WHERE s.service_id = ANY ($1::uuid[]) AND s.kind = 'sent' AND s.until_at > $2::timestamptz
             AND ${UNANSWERED})::int
       + (SELECT count(*) FROM referral_event s JOIN assignment a ON a.sharing_id = s.sharing_id AND a.ended_at IS NULL AND a.until_at > $2::timestamptz
           WHERE s.kind = 'sent' AND ${UNANSWERED} AND s.partner_id IN (
             SELECT m.account_id FROM service_member m WHERE m.service_id = ANY ($1::uuid[]) AND m.removed_at IS NULL))::int AS waiting,
         (SELECT count(*) FROM asked a JOIN capacity_event y ON y.request_id = a.id AND y.kind = 'yes' AND y.held_until > $2::timestamptz
           WHERE NOT EXISTS (SELECT 1 FROM capacity_event l WHERE l.request_id = a.id AND (l.at, l.id) > (y.at, y.id)
                                AND l.kind IN ('yes','no','other-offer','elsewhere')))::int AS held`);
