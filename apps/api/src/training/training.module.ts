import { Module } from '@nestjs/common';
import { AccountsModule } from '../access/accounts/accounts.module';
import { CasesModule } from '../cases/cases.module';
import { RemindersModule } from '../reminders/reminders.module';
import { ProtocolsModule } from '../protocols/protocols.module';
import { DomainEntities } from '../platform/data/domain-entities';
import { BoardController } from './board/board.controller';
import { ReadGroup } from './board/read-group.service';
import { ShowBoard } from './board/show-board.service';
import { BringAboutDue } from './clock/bring-about-due.service';
import { ClockController } from './clock/clock.controller';
import { MoveClock } from './clock/move-clock.service';
import { LedgerModule } from '../ledger/ledger.module';
import { LeadMomentsController } from './moments/lead-moments.controller';
import { LeadMoments } from './moments/lead-moments.service';
import { KeepBeforeMove } from './moments/keep-before-move.service';
import { Moments } from './moments/moments.service';
import { SpaceMomentsController } from './moments/space-moments.controller';
import { CertificatePaper } from './certificates/certificate-paper';
import { WriteCertificateFile } from './certificates/write-certificate-file';
import { CertificatesController } from './certificates/certificates.controller';
import { ImportCertificate } from './certificates/import-certificate.service';
import { IssueCertificate } from './certificates/issue-certificate.service';
import { ListPractised } from './certificates/practised/list-practised.service';
import { IssuedCertificatesController } from './certificates/issued-certificates.controller';
import { RemindRenewalsJob } from './certificates/remind-renewals-job';
import { ShowProgress } from './certificates/show-progress.service';
import { ActForCast } from './story/act-for-cast.service';
import { FollowStory } from './story/follow-story.service';
import { KeepCourse } from './story/keep-course';
import { StoryController } from './story/story.controller';
import { TellStory } from './story/tell-story.service';
import { SpaceQuota } from './spaces/space-quota';
import { LeadTokens } from './play/lead-tokens';
import { PlayController } from './play/play.controller';
import { SpaceCookies } from './play/space-cookies';
import { TRAINING_ENTITIES } from './entities/training-entities';
import { GroupController } from './group/group.controller';
import { LeadGroup } from './group/lead-group.service';
import { JoinCodes } from './learners/join-codes';
import { JoinSpace } from './learners/join-space.service';
import { LearnersController } from './learners/learners.controller';
import { HideHandling } from './learners/hide-handling';
import { Learners } from './learners/learners.service';
import { DebriefController } from './debrief/debrief.controller';
import { DebriefPaper } from './debrief/debrief-paper';
import { PrintDebrief } from './debrief/print-debrief.service';
import { NotesController } from './notes/notes.controller';
import { TrainerNotes } from './notes/trainer-notes.service';
import { HoldInPause } from './presentation/hold-in-pause';
import { Present } from './presentation/present.service';
import { PresentationController } from './presentation/presentation.controller';
import { WatchPresentations } from './presentation/watch-presentations';
import { Watchers } from './presentation/watcher';
import { ClassAnswers } from './questions/class-answers.service';
import { ExpectationsController } from './questions/expectations.controller';
import { QuestionsController } from './questions/questions.controller';
import { ShowQuestions } from './questions/show-questions.service';
import { StorySoFar } from './story/story-so-far';
import { RateReasons } from './reasons/rate-reasons.service';
import { ReasonsController } from './reasons/reasons.controller';
import { ScoreController } from './score/score.controller';
import { CompareGroups } from './score/compare-groups.service';
import { StoryCase } from './story/story-case';
import { ScoreSpace } from './score/score-space.service';
import { LessonsController } from './lessons/lessons.controller';
import { WaitingDraftsController } from './lessons/waiting-drafts.controller';
import { TryLessons } from './lessons/try-lessons.service';
import { ScenarioLibrary } from './scenarios/scenario-library';
import { ScenariosController } from './scenarios/scenarios.controller';
import { CheckScenarios } from './own-scenarios/check-scenarios';
import { OwnScenariosController } from './own-scenarios/own-scenarios.controller';
import { OwnScenarios } from './own-scenarios/own-scenarios.service';
import { MakeTrainingSpaces } from './spaces/make-training-spaces';
import { TrainingSpacesController } from './spaces/training-spaces.controller';
import { TrainingSpaces } from './spaces/training-spaces.service';
import { EndLeading } from './spaces/end-leading';
import { BringVersions } from './beginning/bring-versions';
import { FillSpace } from './beginning/fill-space';
import { HireCast } from './beginning/hire-cast';
import { PlayBeginning } from './beginning/play-beginning';
import { RecordPlayedCase } from './beginning/record-played-case';
import { LoadsController } from './loads/loads.controller';
import { Loads } from './loads/loads.service';
import { LoadSpace } from './loads/load-space';
import { LoadStories } from './loads/load-stories';
import { PutInCases } from './loads/put-in-cases';
import { WorkOffLoads } from './loads/work-off-loads';

@Module({
  imports: [
    AccountsModule,
    CasesModule,
    LedgerModule,
    ProtocolsModule,
    RemindersModule,
    DomainEntities.forFeature(TRAINING_ENTITIES),
  ],
  controllers: [
    ScenariosController,
    OwnScenariosController,
    TrainingSpacesController,
    LoadsController,
    SpaceMomentsController,
    LeadMomentsController,
    PlayController,
    ClockController,
    BoardController,
    GroupController,
    LearnersController,
    PresentationController,
    NotesController,
    QuestionsController,
    ExpectationsController,
    StoryController,
    ScoreController,
    DebriefController,
    ReasonsController,
    LessonsController,
    WaitingDraftsController,
    CertificatesController,
    IssuedCertificatesController,
  ],
  providers: [
    ActForCast,
    CertificatePaper,
    ImportCertificate,
    IssueCertificate,
    ListPractised,
    RemindRenewalsJob,
    ShowProgress,
    WriteCertificateFile,
    CheckScenarios,
    ClassAnswers,
    CompareGroups,
    DebriefPaper,
    PrintDebrief,
    EndLeading,
    BringAboutDue,
    BringVersions,
    FillSpace,
    FollowStory,
    HideHandling,
    HireCast,
    HoldInPause,
    JoinCodes,
    JoinSpace,
    KeepBeforeMove,
    KeepCourse,
    LeadGroup,
    LeadMoments,
    LeadTokens,
    Learners,
    LoadSpace,
    LoadStories,
    Loads,
    MakeTrainingSpaces,
    Moments,
    MoveClock,
    OwnScenarios,
    ScenarioLibrary,
    PlayBeginning,
    Present,
    PutInCases,
    RateReasons,
    ReadGroup,
    RecordPlayedCase,
    ScoreSpace,
    ShowBoard,
    ShowQuestions,
    SpaceCookies,
    SpaceQuota,
    StoryCase,
    StorySoFar,
    TellStory,
    TrainerNotes,
    TrainingSpaces,
    TryLessons,
    WatchPresentations,
    Watchers,
    WorkOffLoads,
  ],
})
export class TrainingModule {}
