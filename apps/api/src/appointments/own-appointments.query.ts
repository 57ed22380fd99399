import type { AppointmentKind, AppointmentState, SureOrNot, ThirdPerson, Told } from '@repere/cases';
import { rows } from '../platform/data/statement';
import { ownAppointments } from './standing-appointments.query';
import { ONLY_STANDING } from '../cases/next-appointment/next-appointment.query';

export interface OwnAppointmentRow {
  readonly appointmentId: string;
  readonly rowId: string;
  readonly caseFileId: string;
  readonly kind: AppointmentKind;
  readonly state: AppointmentState;
  readonly startsAt: Date;
  /** Microseconds, as a cursor keeps them. */
  readonly place: string;
  readonly isWholeDay: boolean;
  readonly minutes: number | null;
  readonly hasEscort: boolean;
  readonly escortId: string | null;
  readonly interpreter: SureOrNot;
  readonly interpreterFound: SureOrNot;
  readonly third: ThirdPerson | null;
  readonly told: Told;
}

/**
 * To come from `$3` on: of cases that the account `$1` leads or that are its own, `$2`, and those that it goes along to. After the
 * place `$4`, `$5`; at most `$6`.
 */
export const OWN_APPOINTMENTS = rows<OwnAppointmentRow>({
  ...{ appointmentId: 'uuid', rowId: 'uuid', caseFileId: 'uuid', kind: 'text', state: 'text' },
  ...{ startsAt: 'timestamptz', place: 'text', isWholeDay: 'boolean', minutes: 'integer?' },
  ...{ hasEscort: 'boolean', escortId: 'uuid?', interpreter: 'text', interpreterFound: 'text' },
  ...{ third: 'text?', told: 'text' },
}).from(`
  WITH ${ownAppointments()}
  SELECT a.appointment_id AS "appointmentId", a.id AS "rowId", a.case_file_id AS "caseFileId", a.kind, a.state,
         a.starts_at AS "startsAt", a.starts_at::text AS place, a.is_whole_day AS "isWholeDay", a.minutes,
         a.has_escort AS "hasEscort", a.escort_id AS "escortId", a.interpreter, a.interpreter_found AS "interpreterFound",
         a.third, a.told
    FROM mine a
   WHERE ${ONLY_STANDING}
     AND ($4::text IS NULL OR (a.starts_at, a.id) > ($4::text::timestamptz, $5::uuid))
   ORDER BY a.starts_at, a.id LIMIT $6`);
