import { Module } from '@nestjs/common';
import { AccountsModule } from '../access/accounts/accounts.module';
import { ProtocolsModule } from '../protocols/protocols.module';
import { AccountNames } from './reading/account-names';
import { CaseCommandHandler } from './acts/case-command-handler';
import { ActLimits } from './acts/act-limits';
import { AssignService } from './acts/assign.service';
import { CaseActsController } from './acts/case-acts.controller';
import { ChangeChildService } from './acts/change-child.service';
import { AnswerProposalService } from './lead/answer-proposal.service';
import { ChangeLeadService } from './lead/change-lead.service';
import { LeadCandidates } from './lead/lead-candidates';
import { LeadController } from './lead/lead.controller';
import { LeadProposalsRepository } from './lead/lead-proposals.repository';
import { NameLeadService } from './lead/name-lead.service';
import { ProposeLeadService } from './lead/propose-lead.service';
import { ShowProposalService } from './lead/show-proposal.service';
import { AlertsController } from './alerts/alerts.controller';
import { AlertsQuery } from './alerts/alerts.query';
import { ApprovalsController } from './approvals/approvals.controller';
import { ApprovalsQuery } from './approvals/approvals.query';
import { BreakGlassController } from './break-glass/break-glass.controller';
import { BreakGlassService } from './break-glass/break-glass.service';
import { BrokenGlassRepository } from './break-glass/broken-glass.repository';
import { ProtectingOnly } from './break-glass/protecting-only';
import { ReviewBreakGlassService } from './break-glass/review-break-glass.service';
import { NotifyOfEmergency } from './break-glass/notify-of-emergency';
import { CaseReader } from './reading/case-reader';
import { CaseRowsRepository } from './reading/case-rows.repository';
import { CoverController } from './cover/cover.controller';
import { AbsentLeadsQuery } from './cover/absent-leads.query';
import { CoverPageService } from './cover/cover-page.service';
import { PlanCoverService } from './cover/plan-cover.service';
import { DraftsController } from './drafts/drafts.controller';
import { DraftsRepository } from './drafts/drafts.repository';
import { SaveDraftService } from './drafts/save-draft.service';
import { DuplicateTasksController } from './duplicates/duplicate-tasks.controller';
import { DuplicateTasksRepository } from './duplicates/duplicate-tasks.repository';
import { FindDuplicatesService } from './duplicates/find-duplicates.service';
import { ShowDuplicatesService } from './duplicates/show-duplicates.service';
import { JournalPageService } from './journal/journal-page.service';
import { JournalRepository } from './journal/journal.repository';
import { KeptJournals } from './journal/kept-journals';
import { FoldedJournals } from './reading/folded-journals';
import { IdentityIndex } from './opening/identity-index';
import { AskDryRun } from './moves/ask-dry-run.service';
import { DirectoryModule } from '../directory/directory.module';
import { OnCallController } from './on-call/on-call.controller';
import { NextCallsService } from './on-call/next-calls.service';
import { DutyNumbers } from './on-call/duty-numbers.service';
import { OnCallPageService } from './on-call/on-call-page.service';
import { DryRunJob } from './moves/dry-run-job';
import { DryRunPage } from './moves/dry-run-page.service';
import { DryRunsController } from './moves/dry-runs.controller';
import { DryRunsRepository } from './moves/dry-runs.repository';
import { MoveRun } from './moves/move-run.service';
import { MovesController } from './moves/moves.controller';
import { OpenRunsQuery } from './moves/open-runs.query';
import { InsertCaseFile } from './opening/insert-case-file';
import { OpenPlayedCase } from './opening/open-played-case.service';
import { OpenCaseFileService } from './opening/open-case-file.service';
import { OpeningController } from './opening/opening.controller';
import { CaseFilesController } from './page/case-files.controller';
import { CasePageService } from './page/case-page.service';
import { PeopleController } from './people/people.controller';
import { FormerIdentities } from './people/former-identities';
import { ProjectionsRepository } from './projections/projections.repository';
import { ReaderScopes } from './rights/reader-scope';
import { RightsOnCases } from './rights/rights-on-cases';
import { SightOfCases } from './rights/sight-of-cases';
import { CaseSummariesQuery } from './search/case-summaries.query';
import { DomainEntities } from '../platform/data/domain-entities';
import { CASE_ENTITIES } from './entities/case-entities';
import { RELATION_ENTITIES } from './entities/relation-entities';
import { AccountEntity } from '../access/entities/accounts/account.entity';
import { TeamEntity } from '../access/entities/accounts/team.entity';
import { IdentityIndexQuery } from './opening/identity-index.query';
import { SimilarChildrenQuery } from './duplicates/similar-children.query';
import { DryRunsQuery } from './moves/dry-runs.query';
import { ProtocolDryRunEntity } from '../protocols/entities/protocol-dry-run.entity';
import { DraftsQuery } from './drafts/drafts.query';
import { DuplicateTasksQuery } from './duplicates/duplicate-tasks.query';
import { CorrectionsQuery } from './people/corrections.query';
import { FittingCasesService } from './search/fitting-cases.service';
import { SearchCasesQuery } from './search/search-cases.query';
import { SearchController } from './search/search.controller';
import { Qualifications } from './qualification/qualifications';
import { TrainedAnswer } from './qualification/trained-answer';
import { StepActsService } from './steps/step-acts.service';
import { StepPageService } from './steps/step-page.service';
import { StepsController } from './steps/steps.controller';
import { IndexNames } from './upkeep/index-names';
import { RebuildProjectionsService } from './upkeep/rebuild-projections.service';
import { RecomputeDueCases } from './upkeep/recompute-due-cases';
import { EndReferralsOf } from './grants/end-referrals-of';
import { ExclusionService } from './grants/exclusion.service';
import { CaseAccessController } from './grants/case-access.controller';
import { CaseAccessPageService } from './grants/case-access-page.service';
import { CaseColleaguesQuery } from './grants/case-colleagues.query';
import { GrantAccessService } from './grants/grant-access.service';
import { CaseAccessListQuery } from './grants/case-access-list.query';
import { AssignmentsRepository } from './grants/assignments.repository';
import { ExclusionsRepository } from './grants/exclusions.repository';
import { OpenAccountsQuery } from './reading/open-accounts.query';
import { CoverQuery } from './cover/cover.query';
import { DangersQuery } from './hand-over/dangers.query';
import { HandOverController } from './hand-over/hand-over.controller';
import { HandOverService } from './hand-over/hand-over.service';
import { SendHandOverService } from './hand-over/send-hand-over.service';
import { FactsToTry } from './what-if/facts-to-try.service';
import { PapersController } from './papers/papers.controller';
import { WhatIfController } from './what-if/what-if.controller';
import { WorkChildrenQuery } from './worklist/children/work-children.query';
import { WorkChildrenService } from './worklist/children/work-children.service';
import { WorkDay } from './worklist/work-day.service';
import { WorkItems } from './worklist/work-items.service';
import { WorkTasks } from './worklist/work-tasks.service';
import { WorklistController } from './worklist/worklist.controller';
import { WorklistQuery } from './worklist/worklist.query';
import { WorklistService } from './worklist/worklist.service';

@Module({
  imports: [
    AccountsModule,
    DirectoryModule,
    ProtocolsModule,
    DomainEntities.forFeature([
      ...CASE_ENTITIES,
      ...RELATION_ENTITIES,
      ...[AccountEntity, ProtocolDryRunEntity, TeamEntity],
    ]),
  ],
  // The fixed paths before those with an id.
  controllers: [
    OpeningController,
    SearchController,
    CaseFilesController,
    CaseActsController,
    LeadController,
    CaseAccessController,
    BreakGlassController,
    CoverController,
    PeopleController,
    StepsController,
    OnCallController,
    WhatIfController,
    DraftsController,
    MovesController,
    DryRunsController,
    WorklistController,
    HandOverController,
    PapersController,
    AlertsController,
    ApprovalsController,
    DuplicateTasksController,
  ],
  providers: [
    AccountNames,
    CaseCommandHandler,
    AlertsQuery,
    ApprovalsQuery,
    AskDryRun,
    AssignService,
    EndReferralsOf,
    AnswerProposalService,
    ChangeLeadService,
    LeadCandidates,
    LeadProposalsRepository,
    NameLeadService,
    ProposeLeadService,
    ShowProposalService,
    ExclusionService,
    BreakGlassService,
    BrokenGlassRepository,
    CaseAccessPageService,
    CaseAccessListQuery,
    AssignmentsRepository,
    ExclusionsRepository,
    OpenAccountsQuery,
    CoverQuery,
    DangersQuery,
    HandOverService,
    SendHandOverService,
    CaseColleaguesQuery,
    AbsentLeadsQuery,
    CoverPageService,
    GrantAccessService,
    PlanCoverService,
    ProtectingOnly,
    ReviewBreakGlassService,
    CasePageService,
    CaseReader,
    CaseRowsRepository,
    CaseSummariesQuery,
    ChangeChildService,
    CorrectionsQuery,
    DraftsQuery,
    DryRunsQuery,
    IdentityIndexQuery,
    SimilarChildrenQuery,
    DraftsRepository,
    DuplicateTasksQuery,
    DryRunJob,
    DryRunPage,
    DryRunsRepository,
    DuplicateTasksRepository,
    FactsToTry,
    FindDuplicatesService,
    FittingCasesService,
    IdentityIndex,
    InsertCaseFile,
    IndexNames,
    JournalPageService,
    FoldedJournals,
    JournalRepository,
    KeptJournals,
    MoveRun,
    OpenCaseFileService,
    OpenPlayedCase,
    ProjectionsRepository,
    NextCallsService,
    DutyNumbers,
    OnCallPageService,
    OpenRunsQuery,
    FormerIdentities,
    ReaderScopes,
    RebuildProjectionsService,
    RecomputeDueCases,
    SaveDraftService,
    SearchCasesQuery,
    ActLimits,
    ShowDuplicatesService,
    RightsOnCases,
    SightOfCases,
    StepActsService,
    StepPageService,
    Qualifications,
    TrainedAnswer,
    NotifyOfEmergency,
    WorkChildrenQuery,
    WorkChildrenService,
    WorkDay,
    WorkItems,
    WorkTasks,
    WorklistQuery,
    WorklistService,
  ],
  exports: [
    AccountNames,
    AssignmentsRepository,
    CaseColleaguesQuery,
    CaseCommandHandler,
    CasePageService,
    CaseReader,
    CaseRowsRepository,
    CaseSummariesQuery,
    DraftsRepository,
    DutyNumbers,
    GrantAccessService,
    IndexNames,
    JournalRepository,
    OpenCaseFileService,
    OpenPlayedCase,
    ProjectionsRepository,
    ReaderScopes,
    RebuildProjectionsService,
    RecomputeDueCases,
    Qualifications,
    StepActsService,
  ],
})
export class CasesModule {}
