import { USUAL_MINUTES } from '@repere/cases';
import type { OutlinedAppointment } from './outlined-appointment';

/** SQL: what `a` says of an appointment is what stands; nothing was said of it since. */
export const ONLY_STANDING = `NOT EXISTS (
  SELECT 1 FROM appointment later WHERE later.appointment_id = a.appointment_id AND later.version = a.version + 1)`;

/** Of one child and one escort, within three days. */
const MOST_AROUND = 200;

/** An appointment that may be in the way. */
export interface AppointmentAround {
  readonly id: string;
  readonly caseFileId: string;
  readonly state: OutlinedAppointment['state'];
  readonly startsAt: string;
  readonly isWholeDay: boolean;
  readonly minutes: number | null;
  readonly escortId: string | null;
}

/** As the line of a case has it, moments in ISO 8601. */
export interface NextAppointmentRow extends Omit<OutlinedAppointment, 'startsAt'> {
  readonly startsAt: string;
  /** Who said something of it. */
  readonly saidBy: readonly string[];
  /** Itself among them. */
  readonly around: readonly AppointmentAround[] | null;
  readonly away:
    readonly { readonly accountId: string; readonly from: string; readonly until: string }[] | null;
}

/**
 * SQL: the appointment of the case `c` that is next, or is now, at `$2`, with what may be in its way; `null`: none is planned. As far as
 * the reader sees them, like the calendar of the case: one lasts a day at most, and with the case it costs no statement of its own.
 */
export const NEXT_APPOINTMENT = `(
  SELECT json_build_object(
           'appointmentId', n.appointment_id, 'kind', n.kind, 'state', n.state, 'startsAt', n.starts_at, 'isWholeDay', n.is_whole_day,
           'minutes', n.minutes, 'hasEscort', n.has_escort, 'escortId', n.escort_id, 'interpreter', n.interpreter,
           'interpreterFound', n.interpreter_found, 'third', n.third, 'told', n.told,
           'saidBy', (SELECT json_agg(v.by_id) FROM appointment v WHERE v.appointment_id = n.appointment_id),
           'around', (SELECT json_agg(json_build_object('id', a.appointment_id, 'caseFileId', a.case_file_id, 'state', a.state,
                               'startsAt', a.starts_at, 'isWholeDay', a.is_whole_day, 'minutes', a.minutes, 'escortId', a.escort_id))
                        FROM (SELECT * FROM appointment a
                       WHERE ${ONLY_STANDING} AND a.state IN ('planned', 'moved')
                         AND a.starts_at >= n.starts_at - interval '1 day' AND a.starts_at < n.starts_at + interval '2 days'
                         AND (a.case_file_id = n.case_file_id OR a.escort_id = n.escort_id)
                       ORDER BY a.starts_at, a.id LIMIT ${String(MOST_AROUND)}) a),
           'away', (SELECT json_agg(json_build_object('accountId', s.absent_id, 'from', s.from_at, 'until', s.until_at))
                      FROM substitution s
                     WHERE s.absent_id = n.escort_id AND s.ended_at IS NULL AND s.until_at > n.starts_at
                       AND s.from_at < n.starts_at + interval '2 days'))
    FROM (SELECT * FROM appointment a
           WHERE a.case_file_id = c.id AND a.state IN ('planned', 'moved') AND a.starts_at > $2::timestamptz - interval '1 day'
             AND CASE WHEN a.is_whole_day THEN a.starts_at + interval '1 day'
                      ELSE a.starts_at + make_interval(mins => coalesce(a.minutes, ${String(USUAL_MINUTES)})) END > $2::timestamptz
             AND ${ONLY_STANDING}
           ORDER BY a.starts_at, a.id LIMIT 1) n)`;
