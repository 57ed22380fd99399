import { ONLY_STANDING } from '../../cases/next-appointment/next-appointment.query';
import { rows } from '../../platform/data/statement';

/** Of one appointment `$1`: who is invited to it, as a conference, and when it is. */
export const EXPECTED_SQL = {
  invited: rows<{ readonly id: string }>({ id: 'uuid' }).from(
    `SELECT account_id AS id FROM conference_member WHERE appointment_id = $1 ORDER BY account_id LIMIT 200`,
  ),
  standing: rows<{ readonly startsAt: Date }>({ startsAt: 'timestamptz' }).from(
    `SELECT a.starts_at AS "startsAt" FROM appointment a WHERE a.appointment_id = $1 AND ${ONLY_STANDING}`,
  ),
} as const;
