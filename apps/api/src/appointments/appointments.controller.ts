import { Body, Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CaseReader } from '../cases/reading/case-reader';
import { ParseUuid } from '../platform/requests/parse-uuid';
import { Route } from '../platform/routes/route';
import { created } from '../platform/routes/route-answers';
import { AppointmentsPageService } from './appointments-page.service';
import {
  AppointmentPageDto,
  AppointmentsDto,
  ChangeAppointmentDto,
  EndAppointmentDto,
  OwnAppointmentsDto,
  PlanAppointmentDto,
  PlannedAppointmentDto,
} from './appointments.dto';
import { OwnAppointmentsService } from './own-appointments.service';
import { SayAppointmentService } from './say-appointment.service';

const READS = { on: 'case-file', act: 'read' } as const;
const PROTECTS = { on: 'case-file', act: 'protect' } as const;

/** Appointments of children: planned, moved, ended; those of one case, and one's own. */
@ApiTags('appointments')
@Controller()
export class AppointmentsController {
  constructor(
    private readonly reader: CaseReader,
    private readonly page: AppointmentsPageService,
    private readonly saying: SayAppointmentService,
    private readonly own: OwnAppointmentsService,
  ) {}

  @Route('GET appointments', {
    summary: 'Appointments to come of the children whom one follows or goes with, the next first',
    act: 'appointment.own',
    purpose: 'care',
    needs: { on: 'lists' },
    query: [{ name: 'cursor', required: false }],
    answers: OwnAppointmentsDto,
    refuses: ['invalid', 'not-allowed'],
  })
  listOwn(@Query('cursor') cursor?: string): Promise<OwnAppointmentsDto> {
    return this.own.listOwn(cursor);
  }

  @Route('GET case-files/:id/appointments', {
    summary:
      'Appointments of the case, what is missing of each and in its way; how often the child was heard',
    act: 'appointment.list',
    purpose: 'care',
    needs: READS,
    answers: AppointmentsDto,
    refuses: [],
  })
  async listAppointments(@Param('id') id: string): Promise<AppointmentsDto> {
    return this.page.listAppointments(await this.reader.readCase(id));
  }

  @Route('POST case-files/:id/appointments', {
    summary: 'Plan an appointment, by the clocks of the case',
    act: 'appointment.plan',
    purpose: 'care',
    needs: PROTECTS,
    once: true,
    answers: created(PlannedAppointmentDto),
    refuses: ['invalid', 'refused'],
  })
  planAppointment(@Param('id') id: string, @Body() body: PlanAppointmentDto): Promise<PlannedAppointmentDto> {
    return this.saying.planAppointment(id, body);
  }

  @Route('GET case-files/:id/appointments/:appointmentId', {
    summary: 'An appointment, and everything that was said of it before',
    act: 'appointment.read',
    purpose: 'care',
    needs: READS,
    answers: AppointmentPageDto,
    refuses: [],
  })
  async showAppointment(
    @Param('id') id: string,
    @Param('appointmentId', new ParseUuid()) appointmentId: string,
  ): Promise<AppointmentPageDto> {
    return this.page.showAppointment(await this.reader.readCase(id), appointmentId);
  }

  @Route('POST case-files/:id/appointments/:appointmentId/changes', {
    summary: 'Move or correct an appointment; what was said before stays',
    act: 'appointment.change',
    purpose: 'care',
    needs: PROTECTS,
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  changeAppointment(
    @Param('id') id: string,
    @Param('appointmentId', new ParseUuid()) appointmentId: string,
    @Body() body: ChangeAppointmentDto,
  ): Promise<void> {
    return this.saying.changeAppointment(id, appointmentId, body);
  }

  @Route('POST case-files/:id/appointments/:appointmentId/outcome', {
    summary: 'It was held, cancelled or missed',
    act: 'appointment.end',
    purpose: 'care',
    needs: PROTECTS,
    once: true,
    answers: null,
    refuses: ['invalid', 'refused'],
  })
  endAppointment(
    @Param('id') id: string,
    @Param('appointmentId', new ParseUuid()) appointmentId: string,
    @Body() body: EndAppointmentDto,
  ): Promise<void> {
    return this.saying.endAppointment(id, appointmentId, body);
  }
}
