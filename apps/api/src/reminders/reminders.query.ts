import { command, countedChange, rows } from '../platform/data/statement';

/** What is kept of a reminder as it goes from hand to hand. `at` is the space's clock. */
export const REMINDER_CHANGES = {
  /** Reminder `$1`, account `$2`, case `$3`, `$4` why, `$5` when. Told again, it is news again. */
  notice: command(`
    INSERT INTO reminder_notice (reminder_id, account_id, case_file_id, why, at) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (reminder_id, account_id) DO UPDATE SET why = excluded.why, at = excluded.at`),

  markReminded: command(`UPDATE reminder SET reminded_at = $2 WHERE id = $1`),

  passedOn: command(`UPDATE reminder SET passed_on_at = $2 WHERE id = $1`),

  /** The first answer stays. Reminder `$1` of the case `$2`, by `$3`, at `$4`. */
  answer: countedChange(`
    UPDATE reminder SET answered_at = $4, answered_by = $3 WHERE id = $1 AND case_file_id = $2 AND answered_at IS NULL`),

  /** Reminder `$1` of the case `$2`, of which the account `$3` was told. */
  find: rows<{ readonly id: string }>({ id: 'uuid' }).from(`
    SELECT m.id FROM reminder m JOIN reminder_notice n ON n.reminder_id = m.id
     WHERE m.id = $1 AND m.case_file_id = $2 AND n.account_id = $3`),
} as const;
