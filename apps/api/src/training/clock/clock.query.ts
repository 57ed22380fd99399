import { rows } from '../../platform/data/statement';
import { NEXT_DUE_JOB } from '../../platform/jobs/job-lease.repository';
import { NEXT_REMINDER } from '../../reminders/reminder-recipients.query';

export const CLOCK_SQL = {
  /** When the first thing comes after `$1` that time alone brings about. */
  nextStop: rows<{ readonly at: Date | null }>({ at: 'timestamptz?' }).from(
    `SELECT least((SELECT min(next_change_at) FROM case_file WHERE next_change_at > $1),
                  (SELECT min(next_at) FROM story_course WHERE next_at > $1),
                  ${NEXT_DUE_JOB}, ${NEXT_REMINDER}) AS at`,
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
