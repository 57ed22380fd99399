import { Injectable, inject } from '@angular/core';
import type {
  AppointmentPage,
  Appointments,
  ChangeAppointment,
  EndAppointment,
  OwnAppointments,
  PlanAppointment,
  PlannedAppointment,
} from '@repere/contract';
import {
  vAppointmentPage,
  vAppointments,
  vOwnAppointments,
  vPlannedAppointment,
} from '@repere/contract/appointments/appointments';
import { Api, type Answered, type Sending } from '../platform/api';

/** Appointments of children: planned, moved, ended; those of one case, and one's own. */
@Injectable({ providedIn: 'root' })
export class AppointmentsClient {
  private readonly api = inject(Api);

  listOwn(cursor?: string): Promise<Answered<OwnAppointments>> {
    return this.api.get('/appointments', vOwnAppointments, { cursor });
  }

  listAppointments(caseFileId: string): Promise<Answered<Appointments>> {
    return this.api.get(pathOf(caseFileId), vAppointments);
  }

  readAppointment(caseFileId: string, id: string): Promise<Answered<AppointmentPage>> {
    return this.api.get(`${pathOf(caseFileId)}/${encodeURIComponent(id)}`, vAppointmentPage);
  }

  planAppointment(
    caseFileId: string,
    plan: PlanAppointment,
    sending: Sending,
  ): Promise<Answered<PlannedAppointment>> {
    return this.api.post(pathOf(caseFileId), plan, vPlannedAppointment, sending);
  }

  changeAppointment(
    caseFileId: string,
    id: string,
    change: ChangeAppointment,
    sending: Sending,
  ): Promise<Answered<void>> {
    return this.api.post(`${pathOf(caseFileId)}/${encodeURIComponent(id)}/changes`, change, null, sending);
  }

  endAppointment(
    caseFileId: string,
    id: string,
    end: EndAppointment,
    sending: Sending,
  ): Promise<Answered<void>> {
    return this.api.post(`${pathOf(caseFileId)}/${encodeURIComponent(id)}/outcome`, end, null, sending);
  }
}

const pathOf = (caseFileId: string) => `/case-files/${encodeURIComponent(caseFileId)}/appointments` as const;
