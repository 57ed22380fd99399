import { randomUUID } from 'node:crypto';
import type { ProblemDto } from '../../platform/answers/openapi';
import type { Answer, TestClient } from '../../testing/accounts/test-client';
import type {
  AppointmentPageDto,
  AppointmentsDto,
  ChangeAppointmentDto,
  EndAppointmentDto,
  OwnAppointmentsDto,
  PlanAppointmentDto,
  PlannedAppointmentDto,
} from '../appointments.dto';

/** Speaks of the appointments of one case as the pages do. */
export class AppointmentClient {
  constructor(
    readonly http: TestClient,
    readonly caseFileId: string,
  ) {}

  async listAppointments(): Promise<AppointmentsDto> {
    return (await this.http.get<AppointmentsDto>(this.at())).body;
  }

  async listOwn(cursor?: string): Promise<OwnAppointmentsDto> {
    const query = cursor === undefined ? '' : `?cursor=${cursor}`;
    return (await this.http.get<OwnAppointmentsDto>(`/appointments${query}`)).body;
  }

  async readAppointment(id: string): Promise<AppointmentPageDto> {
    return (await this.http.get<AppointmentPageDto>(this.at(`/${id}`))).body;
  }

  planAppointment<T = PlannedAppointmentDto>(change: Partial<PlanAppointmentDto> = {}): Promise<Answer<T>> {
    return this.post<T>('', appointment(change));
  }

  /** Plans; throws when refused. */
  async planned(change: Partial<PlanAppointmentDto> = {}): Promise<string> {
    const { status, body } = await this.planAppointment(change);
    if (status !== 201) throw new Error(`planning gave ${String(status)}: ${JSON.stringify(body)}`);
    return body.id;
  }

  changeAppointment(id: string, change: Partial<ChangeAppointmentDto> = {}): Promise<Answer<ProblemDto>> {
    return this.post(`/${id}/changes`, { ...appointment(change), version: 1, ...change });
  }

  endAppointment(id: string, change: Partial<EndAppointmentDto> = {}): Promise<Answer<ProblemDto>> {
    return this.post(`/${id}/outcome`, { version: 1, state: 'cancelled', reason: 'authority', ...change });
  }

  private post<T = ProblemDto>(path: string, body: unknown): Promise<Answer<T>> {
    return this.http.post<T>(this.at(path), body, { 'Idempotency-Key': randomUUID() });
  }

  private at(path = ''): string {
    return `/case-files/${this.caseFileId}/appointments${path}`;
  }
}

/** As little as is taken, on a day of next year that no clocks change on. */
export const appointment = (change: Partial<PlanAppointmentDto> = {}): PlanAppointmentDto => ({
  ...{ kind: 'meeting', day: `${String(new Date().getUTCFullYear() + 1)}-06-10`, hour: '09:00' },
  ...{ interpreter: 'no', told: 'yes' },
  ...change,
});
