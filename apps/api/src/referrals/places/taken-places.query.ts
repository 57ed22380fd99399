import { rows } from '../../platform/data/statement';

/** For how many children of other cases, as far as who asks sees them, a service took or holds a place since it said how many are free. */
export interface TakenPlaces {
  readonly serviceId: string;
  readonly others: number;
}

/** No answer that came later takes this one's place. */
const STANDS_STILL = `NOT EXISTS (SELECT 1 FROM referral_event l WHERE l.sharing_id = e.sharing_id AND (l.at, l.id) > (e.at, e.id)
       AND l.kind IN ('accepted','refused','other-offer','elsewhere','ended'))`;

/** Of `e`: for a bed, by the need of the referral or of the question whose yes it went on from. */
const IS_BED = `(EXISTS (SELECT 1 FROM referral_event n WHERE n.sharing_id = e.sharing_id AND n.kind = 'sent' AND n.need = ANY ($5::text[]))
       OR EXISTS (SELECT 1 FROM capacity_event c JOIN capacity_question q ON q.id = c.question_id
                   WHERE c.case_file_id = e.case_file_id AND c.sharing_id = e.sharing_id AND q.need = ANY ($5::text[])))`;

/** `$1`, `$2`: services, and since when each; `$3`: cases that are not counted; `$4`: now; `$5`: needs that are a bed. */
export const TAKEN_PLACES = rows<TakenPlaces>({ serviceId: 'uuid', others: 'integer' }).from(`
  WITH said AS (SELECT * FROM unnest($1::uuid[], $2::timestamptz[]) AS s (id, since)),
  taken AS (
    SELECT s.id, r.case_file_id
      FROM said s JOIN capacity_request r ON r.service_id = s.id JOIN capacity_question q ON q.id = r.question_id
      JOIN capacity_event e ON e.request_id = r.id AND e.kind = 'yes' AND e.at >= s.since AND e.held_until > $4
     WHERE r.case_file_id <> ALL ($3::uuid[]) AND q.need = ANY ($5::text[])
       AND NOT EXISTS (SELECT 1 FROM capacity_event l WHERE l.request_id = e.request_id AND (l.at, l.id) > (e.at, e.id)
                          AND l.kind IN ('yes','no','other-offer','elsewhere'))
       AND NOT EXISTS (SELECT 1 FROM capacity_event c WHERE c.question_id = e.question_id AND c.kind IN ('closed','met','taken'))
    UNION
    SELECT s.id, e.case_file_id
      FROM said s JOIN referral_event e ON e.service_id = s.id AND e.kind = 'accepted' AND e.at >= s.since
     WHERE e.case_file_id <> ALL ($3::uuid[]) AND ${STANDS_STILL} AND ${IS_BED}
       AND NOT EXISTS (SELECT 1 FROM referral_event w WHERE w.sharing_id = e.sharing_id AND w.kind = 'withdrawn')
    UNION
    SELECT s.id, e.case_file_id
      FROM said s JOIN service_member m ON m.service_id = s.id AND m.removed_at IS NULL
      JOIN referral_event e ON e.partner_id = m.account_id AND e.kind = 'accepted' AND e.at >= s.since
      JOIN assignment a ON a.sharing_id = e.sharing_id AND a.ended_at IS NULL AND a.until_at > $4
     WHERE e.case_file_id <> ALL ($3::uuid[]) AND ${STANDS_STILL} AND ${IS_BED})
  SELECT id AS "serviceId", count(DISTINCT case_file_id)::int AS others FROM taken GROUP BY id`);
