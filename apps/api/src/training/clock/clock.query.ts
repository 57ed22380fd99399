import { rows } from '../../platform/data/statement';

export const CLOCK_SQL = {
  /** What comes first of what time alone brings about, in a case or in the story, after `$1` and by `$2`. */
  nextStop: rows<{ readonly at: Date | null }>({ at: 'timestamptz?' }).from(
    `SELECT least((SELECT min(next_change_at) FROM case_file WHERE next_change_at > $1 AND next_change_at <= $2),
                  (SELECT min(next_at) FROM story_course WHERE next_at > $1 AND next_at <= $2)) AS at`,
  ),
  /** After `$1`. */
  nextDeadline: rows<{ readonly at: Date | null }>({ at: 'timestamptz?' }).from(
    `SELECT min(due_at) AS at FROM deadline WHERE due_at > $1 AND met_at IS NULL AND NOT rests`,
  ),
  /** The newest ones: a class has few. */
  cases: rows<{ readonly id: string }>({ id: 'uuid' }).from(
    `SELECT id FROM case_file WHERE erased_at IS NULL ORDER BY opened_at DESC LIMIT 50`,
  ),
} as const;
