import { type AnswerColumns, command, countedChange, rows } from '../../platform/data/statement';
import type { BreakGlassEntity } from '../entities/relations/break-glass.entity';

const SELECT = `SELECT id, case_file_id AS "caseFileId", team_id AS "teamId", account_id AS "accountId", reason, key_id AS "keyId",
  words, opened_at AS "openedAt", until_at AS "untilAt", review_due_at AS "reviewDueAt", reviewed_at AS "reviewedAt",
  reviewed_by AS "reviewedBy", verdict, review, ended_at AS "endedAt", ended_by AS "endedBy" FROM break_glass b`;

const ROW: AnswerColumns<BreakGlassEntity> = {
  ...{ id: 'uuid', caseFileId: 'uuid', teamId: 'uuid', accountId: 'uuid', reason: 'text', keyId: 'uuid' },
  ...{ words: 'bytea', openedAt: 'timestamptz', untilAt: 'timestamptz', reviewDueAt: 'timestamptz' },
  ...{ reviewedAt: 'timestamptz?', reviewedBy: 'uuid?', verdict: 'text?', review: 'bytea?' },
  ...{ endedAt: 'timestamptz?', endedBy: 'uuid?' },
};

/** One's own too, which another reviews; none of a case that one is shut out of. */
const waits = (teamIds: string): string =>
  `team_id = ANY (${teamIds}::uuid[]) AND reviewed_at IS NULL AND case_file_id <> ALL ((SELECT app_shut_cases_array())::uuid[])`;

/** SQL that counts those that wait for a review in these teams; `late`: due before `now`. */
export const countToReview = (teamIds: string, now: string): string =>
  `SELECT count(*)::int AS count, count(*) FILTER (WHERE review_due_at < ${now})::int AS late FROM break_glass WHERE ${waits(teamIds)}`;

/** Emergency accesses as they are listed, counted and reviewed. */
export const BROKEN_GLASS_SQL = {
  /** Of the teams `$1`, due first, behind `$2`, `$3`. */
  toReview: rows<BreakGlassEntity>(ROW).from(`${SELECT}
  WHERE ${waits('$1')} AND ($2::timestamptz IS NULL OR (review_due_at, id) > ($2::timestamptz, $3::uuid))
  ORDER BY review_due_at, id LIMIT $4`),

  /** Opened since `$2` from outside of circles that the account `$1` is of. */
  ofCircles: rows<BreakGlassEntity>(ROW).from(`${SELECT}
  WHERE opened_at >= $2 AND account_id <> $1
    AND EXISTS (SELECT 1 FROM restriction r WHERE r.case_file_id = b.case_file_id AND r.ended_at IS NULL
                   AND $1 = ANY (r.circle) AND b.account_id <> ALL (r.circle))
    AND NOT EXISTS (SELECT 1 FROM recusal c WHERE c.case_file_id = b.case_file_id AND c.account_id = $1
                       AND c.lifted_at IS NULL)
  ORDER BY opened_at DESC, id LIMIT $3`),

  /** One after another of an account, until this is committed: twelve at the same moment open no more than five. */
  lock: command(`SELECT pg_advisory_xact_lock(hashtextextended($1, 27))`),

  /** Of the account `$1`: how many since `$2`, and whether one since `$3` was not justified. */
  ofAccount: rows<{ readonly all: number; readonly isUnjustified: boolean }>({
    all: 'integer',
    isUnjustified: 'boolean',
  }).from(`
  SELECT count(*) FILTER (WHERE opened_at > $2)::int AS "all",
         coalesce(bool_or(verdict = 'not-justified' AND opened_at > $3), false) AS "isUnjustified"
    FROM break_glass WHERE account_id = $1`),

  /** To the case `$2` since `$3`; `isEnded`: by somebody else, `null` where there were none. */
  ofAccountAndCase: rows<{ readonly same: number; readonly isEnded: boolean | null }>({
    same: 'integer',
    isEnded: 'boolean?',
  }).from(`
  SELECT count(*)::int AS same, bool_or(ended_at IS NOT NULL AND ended_by IS DISTINCT FROM $1) AS "isEnded"
    FROM break_glass WHERE account_id = $1 AND case_file_id = $2 AND opened_at > $3`),

  /** One that was not justified ends with that word. */
  review: countedChange(`
  UPDATE break_glass SET reviewed_at = $2, reviewed_by = $3, verdict = $4, review = $5,
         ended_at = CASE WHEN $4 = 'not-justified' AND ended_at IS NULL AND until_at > $2 THEN $2 ELSE ended_at END,
         ended_by = CASE WHEN $4 = 'not-justified' AND ended_at IS NULL AND until_at > $2 THEN $3 ELSE ended_by END
   WHERE id = $1 AND reviewed_at IS NULL`),
} as const;
