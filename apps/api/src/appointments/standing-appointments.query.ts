/**
 * SQL: what was said of appointments to come from `$3` on, as `mine`: of cases that the account `$1` leads or that are its own, `$2`,
 * of those that it goes along to, and of case conferences that it is invited to. First found, then asked whether it stands: there are
 * few of somebody, and many of all.
 */
export const ownAppointments = (): string => `mine AS MATERIALIZED (
  SELECT * FROM appointment WHERE state IN ('planned', 'moved') AND starts_at >= $3 AND escort_id = $1
  UNION
  SELECT * FROM appointment WHERE state IN ('planned', 'moved') AND starts_at >= $3
     AND case_file_id = ANY ($2::uuid[] || ARRAY(SELECT id FROM case_file WHERE lead_id = $1))
  UNION
  SELECT * FROM appointment WHERE state IN ('planned', 'moved') AND starts_at >= $3 AND appointment_id = ANY (ARRAY(
    SELECT m.appointment_id FROM conference_member m WHERE m.account_id = $1)))`;
