import { command, rows } from '../../platform/data/statement';

/** Of one service. */
export interface HeldPlaces {
  readonly serviceId: string;
  readonly held: number;
}

export const CAPACITY_SQL = {
  /** Answers of one request wait for each other, whoever gives them. */
  lockRequest: command(`SELECT pg_advisory_xact_lock(hashtextextended($1::text, 29))`),

  /** Requests to one of these services since then, the newest first; behind one of them, whose id is all that a page tells. */
  askedOf: rows<{ readonly id: string; readonly questionId: string }>({ id: 'uuid', questionId: 'uuid' })
    .from(`
    SELECT r.id, r.question_id AS "questionId" FROM capacity_request r JOIN capacity_question q ON q.id = r.question_id
     WHERE q.asked_at > $2 AND r.service_id = ANY ($1::uuid[])
       AND ($3::uuid IS NULL OR (q.asked_at, r.id) < (
         SELECT w.asked_at, v.id FROM capacity_request v JOIN capacity_question w ON w.id = v.question_id
          WHERE v.id = $3 AND v.service_id = ANY ($1::uuid[])))
     ORDER BY q.asked_at DESC, r.id DESC LIMIT $4`),

  /** How many places each of these services holds at `$3` for children of other cases than `$2`: once one took the child, that one alone. */
  heldForOthers: rows<HeldPlaces>({ serviceId: 'uuid', held: 'integer' }).from(`
    SELECT r.service_id AS "serviceId", count(*)::int AS held
      FROM capacity_event y JOIN capacity_request r ON r.id = y.request_id
     WHERE y.kind = 'yes' AND y.held_until > $3 AND r.service_id = ANY ($1::uuid[]) AND r.case_file_id <> $2
       AND NOT EXISTS (SELECT 1 FROM capacity_event l WHERE l.request_id = y.request_id AND (l.at, l.id) > (y.at, y.id)
                          AND l.kind IN ('yes','no','other-offer','elsewhere'))
       AND NOT EXISTS (SELECT 1 FROM capacity_event c WHERE c.question_id = y.question_id AND c.kind IN ('closed','met'))
       AND (EXISTS (SELECT 1 FROM capacity_event f WHERE f.request_id = y.request_id AND f.kind IN ('referred','told'))
            OR NOT EXISTS (SELECT 1 FROM capacity_event k WHERE k.question_id = y.question_id AND k.kind = 'taken'))
     GROUP BY r.service_id`),

  /** Whether this request is to one of these services, and there for who asks. */
  isAskedOf: rows<{ readonly isAsked: boolean }>({ isAsked: 'boolean' }).from(`
    SELECT EXISTS (SELECT 1 FROM capacity_request r JOIN capacity_question q ON q.id = r.question_id
                    WHERE r.id = $2 AND r.service_id = ANY ($1::uuid[])) AS "isAsked"`),
};
