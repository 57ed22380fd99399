import { Module } from '@nestjs/common';
import { AppointmentsModule } from '../appointments/appointments.module';
import { CasesModule } from '../cases/cases.module';
import { DomainEntities } from '../platform/data/domain-entities';
import { PrivacyModule } from '../privacy/privacy.module';
import { ReferralsModule } from '../referrals/referrals.module';
import { ConferenceActionsRepository } from './actions/conference-actions.repository';
import { ConferencePageService } from './conference-page.service';
import { ConferencesController } from './conferences.controller';
import { ConferencesOfAccess } from './conferences-of-access.service';
import { ConferencesRepository } from './conferences.repository';
import { CONFERENCE_ENTITIES } from './entities/conference-entities';
import { DemandWorkers } from './demand-workers';
import { MinutesDraftsController } from './drafts/minutes-drafts.controller';
import { MinutesDraftsRepository } from './drafts/minutes-drafts.repository';
import { SaveMinutesDraftService } from './drafts/save-minutes-draft.service';
import { PassActionService } from './actions/pass-action.service';
import { SayConferenceService } from './say-conference.service';
import { TakeOnActionsService } from './actions/take-on-actions.service';

/** Case conferences, and what was agreed to be done at them. */
@Module({
  imports: [
    AppointmentsModule,
    CasesModule,
    PrivacyModule,
    ReferralsModule,
    DomainEntities.forFeature(CONFERENCE_ENTITIES),
  ],
  controllers: [ConferencesController, MinutesDraftsController],
  providers: [
    ConferenceActionsRepository,
    ConferencePageService,
    ConferencesOfAccess,
    ConferencesRepository,
    DemandWorkers,
    MinutesDraftsRepository,
    PassActionService,
    SaveMinutesDraftService,
    SayConferenceService,
    TakeOnActionsService,
  ],
})
export class ConferencesModule {}
