import { Module } from '@nestjs/common';
import { AccountsModule } from '../access/accounts/accounts.module';
import { CasesModule } from '../cases/cases.module';
import { DomainEntities } from '../platform/data/domain-entities';
import { PrivacyModule } from '../privacy/privacy.module';
import { AppointmentsAroundQuery } from './appointments-around.query';
import { AppointmentsController } from './appointments.controller';
import { AppointmentsOfAccess } from './appointments-of-access.service';
import { AppointmentsPageService } from './appointments-page.service';
import { AppointmentsRepository } from './appointments.repository';
import { APPOINTMENT_ENTITIES } from './entities/appointment-entities';
import { EscortChoices } from './people/escort-choices';
import { OwnAppointmentsService } from './own-appointments.service';
import { SayAppointmentService } from './say-appointment.service';
import { TellExpectedService } from './people/tell-expected.service';

/** Appointments of children: of one case, and of who follows or goes with them. */
@Module({
  imports: [AccountsModule, CasesModule, PrivacyModule, DomainEntities.forFeature(APPOINTMENT_ENTITIES)],
  controllers: [AppointmentsController],
  providers: [
    AppointmentsAroundQuery,
    AppointmentsOfAccess,
    AppointmentsPageService,
    AppointmentsRepository,
    EscortChoices,
    OwnAppointmentsService,
    SayAppointmentService,
    TellExpectedService,
  ],
  exports: [AppointmentsPageService, AppointmentsRepository, SayAppointmentService, TellExpectedService],
})
export class AppointmentsModule {}
