import { Module } from '@nestjs/common';
import { AppointmentsModule } from '../appointments/appointments.module';
import { CasesModule } from '../cases/cases.module';
import { DomainEntities } from '../platform/data/domain-entities';
import { PrivacyModule } from '../privacy/privacy.module';
import { ReferralsModule } from '../referrals/referrals.module';
import { ConferenceActionsRepository } from './conference-actions.repository';
import { ConferencePageService } from './conference-page.service';
import { ConferencesController } from './conferences.controller';
import { ConferencesOfAccess } from './conferences-of-access.service';
import { ConferencesRepository } from './conferences.repository';
import { CONFERENCE_ENTITIES } from './entities/conference-entities';
import { SayConferenceService } from './say-conference.service';
import { TakeOnActionsService } from './take-on-actions.service';

/** Case conferences, and what was agreed to be done at them. */
@Module({
  imports: [
    AppointmentsModule,
    CasesModule,
    PrivacyModule,
    ReferralsModule,
    DomainEntities.forFeature(CONFERENCE_ENTITIES),
  ],
  controllers: [ConferencesController],
  providers: [
    ConferenceActionsRepository,
    ConferencePageService,
    ConferencesOfAccess,
    ConferencesRepository,
    SayConferenceService,
    TakeOnActionsService,
  ],
})
export class ConferencesModule {}
