import { Module } from '@nestjs/common';
import { AccountsModule } from '../access/accounts/accounts.module';
import { DirectoryModule } from '../directory/directory.module';
import { CasesModule } from '../cases/cases.module';
import { PrivacyModule } from '../privacy/privacy.module';
import { ProtocolsModule } from '../protocols/protocols.module';
import { DomainEntities } from '../platform/data/domain-entities';
import { AnswerLinkJob } from './answer-links/answer-link-job';
import { AnswerLinksController } from './answer-links/answer-links.controller';
import { AnswerLinks } from './answer-links/answer-links.repository';
import { AnswerLinksService } from './answer-links/answer-links.service';
import { RenewLinkService } from './answer-links/renew-link.service';
import { AnswerReferralService } from './answers/answer-referral.service';
import { EscalateSilenceJob } from './answers/escalate-silence-job';
import { FeedbackJobs } from './answers/feedback-jobs';
import { FollowUpReferralService } from './answers/follow-up-referral.service';
import { ReferralEventsRepository } from './answers/referral-events.repository';
import { ReferralGrantsQuery } from './answers/referral-grants.query';
import { SentReferralsController } from './answers/sent-referrals.controller';
import { TakeOfferService } from './answers/take-offer.service';
import { SentReferralsService } from './answers/sent-referrals.service';
import { AnswerCapacityService } from './capacity/answer-capacity.service';
import { AskCapacityService } from './capacity/ask-capacity.service';
import { CapacityRepository } from './capacity/capacity.repository';
import { CaseCapacityController } from './capacity/case-capacity.controller';
import { OwnServicesQuery } from './capacity/own-services.query';
import { ReceivedCapacityController } from './capacity/received-capacity.controller';
import { ReferAfterYesService } from './capacity/refer-after-yes.service';
import { RemindServiceService } from './capacity/remind-service.service';
import { ShowCapacityService } from './capacity/show-capacity.service';
import { AskAnswerJob } from './clock/ask-answer-job';
import { SendReferral } from './clock/send-referral.service';
import { REFERRAL_ENTITIES } from './entities/referral-entities';
import { CaseReferralsController } from './case-referrals.controller';
import { CopiesController } from './copies/copies.controller';
import { ReferralCopies } from './copies/referral-copies.repository';
import { SendAdditionService } from './copies/send-addition.service';
import { MatchServicesController } from './matching/match-services.controller';
import { KeptAwayServices } from './matching/kept-away-services';
import { MatchServicesService } from './matching/match-services.service';
import { ToldServicesQuery } from './matching/told-services.query';
import { FurtherSharing } from './further-sharing';
import { MessagesController } from './messages/messages.controller';
import { ReferralMessages } from './messages/referral-messages.service';
import { TellOfMessage } from './messages/tell-of-message.service';
import { NeedsOfCase } from './needs/needs-of-case';
import { NeedTasks } from './needs/tasks/need-tasks.service';
import { NeedTasksRepository } from './needs/tasks/need-tasks.repository';
import { AgeGapJob } from './needs/tasks/age-gap-job';
import { NeedTaskJob } from './needs/tasks/need-task-job';
import { FindNeed } from './needs/find-need';
import { OneAtATime } from './needs/one-at-a-time';
import { SettleAfter } from './needs/settle-after';
import { SettleNeedsJob } from './needs/settle-needs-job';
import { SettleNeedsService } from './needs/settle-needs.service';
import { CloseUnaskedService } from './needs/unasked/close-unasked.service';
import { ShowUnaskedService } from './needs/unasked/show-unasked.service';
import { UnaskedNeeds } from './needs/unasked/unasked-needs';
import { UnaskedNeedsController } from './needs/unasked/unasked-needs.controller';
import { UnmetNeedsController } from './needs/unmet-needs.controller';
import { UnmetNeedsRepository } from './needs/unmet-needs.repository';
import { UnmetNeedsService } from './needs/unmet-needs.service';
import { TakenPlacesOfServices } from './places/taken-places';
import { LinkedReferralService } from './told/linked-referral.service';
import { ReachOfServices } from './told/reach-of-services';
import { ReachService } from './told/reach-service.service';
import { TellServiceService } from './told/tell-service.service';
import { ToldReferralsController } from './told/told-referrals.controller';
import { WithdrawReferralService } from './taken-back/withdraw-referral.service';
import { FindAsked } from './taken-back/find-asked';
import { ReferralMailConditions } from './taken-back/referral-mail-conditions';
import { KeptAwayJob } from './taken-back/kept-away-job';
import { NothingAsked } from './taken-back/nothing-asked';
import { NothingAskedJobs } from './taken-back/nothing-asked-jobs';
import { OverMailJob } from './taken-back/over-mail-job';
import { StillOver } from './taken-back/still-over';
import { PrepareReferralService } from './prepared/prepare-referral.service';
import { PreparedReferralsController } from './prepared/prepared-referrals.controller';
import { PreparedReferrals } from './prepared/prepared-referrals.repository';
import { ShowPreparedService } from './prepared/show-prepared.service';
import { OpenReferralService } from './open-referral.service';
import { PartnersQuery } from './partners.query';
import { ReceivedReferralsController } from './received-referrals.controller';
import { TeamCallBackQuery } from './team-call-back.query';
import { ReceivedReferralsService } from './received-referrals.service';
import { OwnReferralsQuery } from './own-referrals.query';
import { ReferredCaseService } from './referred-case.service';
import { ReferralsOfAccess } from './referrals-of-access.service';

/** Parts of cases that are opened to partners: each is shared, and stands in the register of sharing. */
@Module({
  imports: [
    AccountsModule,
    CasesModule,
    DirectoryModule,
    PrivacyModule,
    ProtocolsModule,
    DomainEntities.forFeature(REFERRAL_ENTITIES),
  ],
  controllers: [
    CaseReferralsController,
    MatchServicesController,
    SentReferralsController,
    ReceivedReferralsController,
    CaseCapacityController,
    ReceivedCapacityController,
    AnswerLinksController,
    UnmetNeedsController,
    UnaskedNeedsController,
    CopiesController,
    MessagesController,
    ToldReferralsController,
    PreparedReferralsController,
  ],
  providers: [
    AskAnswerJob,
    KeptAwayJob,
    NothingAsked,
    TakenPlacesOfServices,
    NothingAskedJobs,
    StillOver,
    OverMailJob,
    FindAsked,
    ReferralMailConditions,
    SendReferral,
    LinkedReferralService,
    ReachOfServices,
    ReachService,
    WithdrawReferralService,
    AnswerCapacityService,
    AnswerLinkJob,
    AnswerLinks,
    AnswerLinksService,
    AskCapacityService,
    CapacityRepository,
    OwnServicesQuery,
    ReferAfterYesService,
    RenewLinkService,
    RemindServiceService,
    ShowCapacityService,
    TeamCallBackQuery,
    TellServiceService,
    KeptAwayServices,
    MatchServicesService,
    ToldServicesQuery,
    OpenReferralService,
    PartnersQuery,
    ReceivedReferralsService,
    OwnReferralsQuery,
    ReferredCaseService,
    ReferralsOfAccess,
    AnswerReferralService,
    EscalateSilenceJob,
    FeedbackJobs,
    FollowUpReferralService,
    TakeOfferService,
    ReferralEventsRepository,
    ReferralGrantsQuery,
    SentReferralsService,
    NeedsOfCase,
    UnaskedNeeds,
    ShowUnaskedService,
    CloseUnaskedService,
    NeedTasks,
    NeedTasksRepository,
    AgeGapJob,
    NeedTaskJob,
    ReferralCopies,
    FurtherSharing,
    ReferralMessages,
    TellOfMessage,
    SendAdditionService,
    PrepareReferralService,
    ShowPreparedService,
    PreparedReferrals,
    FindNeed,
    OneAtATime,
    SettleAfter,
    SettleNeedsJob,
    SettleNeedsService,
    UnmetNeedsRepository,
    UnmetNeedsService,
  ],
  exports: [ReferralCopies, SentReferralsService],
})
export class ReferralsModule {}
