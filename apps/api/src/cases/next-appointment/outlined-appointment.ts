import type { AppointmentKind, AppointmentState, SureOrNot, ThirdPerson, Told } from '@repere/cases';

/** An appointment as far as its outline tells of it: no words. */
export interface OutlinedAppointment {
  readonly appointmentId: string;
  readonly kind: AppointmentKind;
  readonly state: AppointmentState;
  readonly startsAt: Date;
  readonly isWholeDay: boolean;
  readonly minutes: number | null;
  readonly hasEscort: boolean;
  readonly escortId: string | null;
  readonly interpreter: SureOrNot;
  readonly interpreterFound: SureOrNot;
  readonly third: ThirdPerson | null;
  readonly told: Told;
}
