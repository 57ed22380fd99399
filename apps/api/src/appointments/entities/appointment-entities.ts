import { AppointmentEntity } from './appointment.entity';

/** Appointments of cases. */
export const APPOINTMENT_ENTITIES = [AppointmentEntity] as const;
