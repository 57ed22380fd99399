import { command, rows } from '../../platform/data/statement';

/** How often a choice was given to a question. */
export interface GivenChoiceRow {
  readonly question: string;
  readonly choice: string;
  /** By whoever leads, for the whole class. */
  readonly isForAll: boolean;
  readonly times: number;
  /** When the last of them did, by the space's clock. */
  readonly at: Date;
}

interface OwnAnswerRow {
  readonly question: string;
  readonly choice: string;
  readonly at: Date;
}

export interface TickRow {
  readonly expectation: string;
  readonly at: Date;
}

/** A scenario has no more questions and choices than its text has room for. */
export const QUESTIONS_SQL = {
  given: rows<GivenChoiceRow>({
    ...{ question: 'text', choice: 'text', isForAll: 'boolean', times: 'integer', at: 'timestamptz' },
  }).from(
    `SELECT question, choice, learner_id IS NULL AS "isForAll", count(*)::int AS times, max(answered_at) AS at
       FROM question_answer GROUP BY 1, 2, 3 ORDER BY 1, 2, 3 LIMIT 5000`,
  ),
  /** Who of those who are in this account (`$1`) is. */
  learnerOf: rows<{ readonly id: string }>({ id: 'uuid' }).from(
    `SELECT id FROM learner WHERE account_id = $1 AND state = 'admitted'`,
  ),
  /** What a learner (`$1`) answered. */
  own: rows<OwnAnswerRow>({ question: 'text', choice: 'text', at: 'timestamptz' }).from(
    `SELECT question, choice, answered_at AS at FROM question_answer WHERE learner_id = $1 LIMIT 1000`,
  ),
  /** `$1`: id, `$2`: question, `$3`: choice, `$4`: the learner or `null`, `$5`: when. What stands, stands: then no row. */
  answer: rows<{ readonly id: string }>({ id: 'uuid' }).from(
    `INSERT INTO question_answer (id, question, choice, learner_id, answered_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (question, learner_id) DO NOTHING RETURNING id`,
  ),
  /** What stands of one (`$2`, a learner or `null`: the class) to a question (`$1`). */
  find: rows<{ readonly choice: string }>({ choice: 'text' }).from(
    `SELECT choice FROM question_answer WHERE question = $1 AND learner_id IS NOT DISTINCT FROM $2`,
  ),
  takeBack: rows<{ readonly choice: string }>({ choice: 'text' }).from(
    `DELETE FROM question_answer WHERE question = $1 AND learner_id IS NULL RETURNING choice`,
  ),
  ticks: rows<TickRow>({ expectation: 'text', at: 'timestamptz' }).from(
    `SELECT expectation, seen_at AS at FROM expectation_tick ORDER BY expectation LIMIT 1000`,
  ),
  /** `$1`: expectation, `$2`: when. Ticked twice, the first moment stands. */
  tick: command(
    `INSERT INTO expectation_tick (expectation, seen_at) VALUES ($1, $2) ON CONFLICT (expectation) DO NOTHING`,
  ),
  untick: rows<TickRow>({ expectation: 'text', at: 'timestamptz' }).from(
    `DELETE FROM expectation_tick WHERE expectation = $1 RETURNING expectation, seen_at AS at`,
  ),
} as const;
