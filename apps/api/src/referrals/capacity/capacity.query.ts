import { command, rows } from '../../platform/data/statement';

export const CAPACITY_SQL = {
  /** Answers of one request wait for each other, whoever gives them. */
  lockRequest: command(`SELECT pg_advisory_xact_lock(hashtextextended($1::text, 29))`),

  /** Questions to one of these services since then, the newest first. */
  askedOf: rows<{ readonly id: string }>({ id: 'uuid' }).from(`
    SELECT q.id FROM capacity_question q
     WHERE q.asked_at > $2
       AND EXISTS (SELECT 1 FROM capacity_request r WHERE r.question_id = q.id AND r.service_id = ANY ($1::uuid[]))
     ORDER BY q.asked_at DESC LIMIT $3`),
};
