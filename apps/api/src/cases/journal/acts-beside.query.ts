import { rows } from '../../platform/data/statement';

/** That something was asked, sent or answered beside the journal: codes and moments, no words. */
export interface ActBesideRow {
  /** Made of the row that it stands for: the same at each look. */
  readonly id: string;
  /** What it is, as `ACTS_BESIDE` names it. */
  readonly what: string;
  /** Of a letter: its kind. */
  readonly template: string | null;
  readonly happenedAt: Date;
  readonly at: Date;
  /** `null`: the clock, a service by its link, or nobody knows. */
  readonly byId: string | null;
  /** What that account is called. */
  readonly by: string | null;
  /** By an account that is not known to be of our own people: it may be of a service, which says where the child goes. */
  readonly isOfService: boolean;
}

const BETWEEN = (at: string): string =>
  `($2::timestamptz IS NULL OR ${at} >= $2) AND ($3::timestamptz IS NULL OR ${at} < $3)`;

/** A line of the register that goes with a letter, a referral or a question is told by that. */
const ALONE = `NOT EXISTS (SELECT 1 FROM letter_sending l WHERE l.sharing_id = s.id AND l.case_file_id = $1)
   AND NOT EXISTS (SELECT 1 FROM referral_event r WHERE r.sharing_id = s.id AND r.case_file_id = $1)
   AND NOT EXISTS (SELECT 1 FROM capacity_question q WHERE q.sharing_id = s.id AND q.case_file_id = $1)`;

/** Of one case, from this moment and before that one, oldest first. */
export const ACTS_BESIDE_OF = rows<ActBesideRow>({
  ...{ id: 'uuid', what: 'text', template: 'text?', happenedAt: 'timestamptz', at: 'timestamptz' },
  ...{ byId: 'uuid?', by: 'text?', isOfService: 'boolean' },
}).from(`
  SELECT md5(what || told.id::text)::uuid AS id, what, template, happened_at AS "happenedAt", at, by_id AS "byId", a.name AS by,
         by_id IS NOT NULL AND coalesce('partner' = ANY (a.roles) OR a.roles = '{}', true) AS "isOfService"
    FROM (
      SELECT 'letter.written' AS what, id, template, at AS happened_at, at, by_id
        FROM letter WHERE case_file_id = $1 AND ${BETWEEN('at')}
      UNION ALL
      SELECT 'letter.sent.' || s.how, s.letter_id, l.template, s.sent_at, s.at, s.by_id
        FROM letter_sending s JOIN letter l ON l.id = s.letter_id WHERE s.case_file_id = $1 AND ${BETWEEN('s.at')}
      UNION ALL
      SELECT CASE WHEN version = 1 THEN 'document.added' ELSE 'document.newer' END, id, NULL, at, at, by_id
        FROM case_document WHERE case_file_id = $1 AND ${BETWEEN('at')}
      UNION ALL
      SELECT 'document.destroyed', document_id, NULL, at, at, by_id
        FROM case_document_destruction WHERE case_file_id = $1 AND ${BETWEEN('at')}
      UNION ALL
      SELECT 'sharing', s.id, NULL, s.at, s.at, s.by_id
        FROM sharing s WHERE s.case_file_id = $1 AND ${BETWEEN('s.at')} AND ${ALONE}
      UNION ALL
      SELECT 'capacity.asked', id, NULL, asked_at, asked_at, by_id
        FROM capacity_question WHERE case_file_id = $1 AND ${BETWEEN('asked_at')}
      UNION ALL
      SELECT 'capacity.' || kind, id, NULL, at, at, by_id
        FROM capacity_event WHERE case_file_id = $1 AND ${BETWEEN('at')}
      UNION ALL
      SELECT 'referral.' || kind, id, NULL, at, at, by_id
        FROM referral_event WHERE case_file_id = $1 AND ${BETWEEN('at')}
      UNION ALL
      SELECT 'referral.access-ended', sharing_id, NULL, ended_at, ended_at, NULL::uuid
        FROM assignment WHERE case_file_id = $1 AND relation = 'partner' AND ended_at IS NOT NULL AND ${BETWEEN('ended_at')}
    ) AS told LEFT JOIN account a ON a.id = by_id
   ORDER BY at, told.id`);
