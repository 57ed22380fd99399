import { Module } from '@nestjs/common';
import { ProtocolsModule } from '../protocols/protocols.module';
import { AccountNames } from './account-names';
import { Acting } from './acting';
import { AssignService } from './acts/assign.service';
import { CaseActsController } from './acts/case-acts.controller';
import { ChangeChildService } from './acts/change-child.service';
import { AlertsController } from './alerts/alerts.controller';
import { AlertsQuery } from './alerts/alerts.query';
import { ApprovalsController } from './approvals/approvals.controller';
import { ApprovalsQuery } from './approvals/approvals.query';
import { CaseReader } from './case-reader';
import { CaseRowsRepository } from './case-rows.repository';
import { DoDemoDeed } from './demo/do-demo-deed';
import { SeedCases } from './demo/seed-cases';
import { SeedProtocolWork } from './demo/seed-protocol-work';
import { DraftsController } from './drafts/drafts.controller';
import { DraftsRepository } from './drafts/drafts.repository';
import { SaveDraftService } from './drafts/save-draft.service';
import { DuplicateTasksController } from './duplicates/duplicate-tasks.controller';
import { DuplicateTasksRepository } from './duplicates/duplicate-tasks.repository';
import { FindDuplicatesService } from './duplicates/find-duplicates.service';
import { SearchLimits } from './duplicates/search-limits';
import { ShowDuplicatesService } from './duplicates/show-duplicates.service';
import { JournalPageService } from './journal/journal-page.service';
import { JournalRepository } from './journal/journal.repository';
import { IdentityIndex } from './opening/identity-index';
import { AskDryRun } from './moves/ask-dry-run.service';
import { DryRunJob } from './moves/dry-run-job';
import { DryRunPage } from './moves/dry-run-page.service';
import { DryRunsController } from './moves/dry-runs.controller';
import { DryRunsRepository } from './moves/dry-runs.repository';
import { MoveRun } from './moves/move-run.service';
import { MovesController } from './moves/moves.controller';
import { OpenRunsQuery } from './moves/open-runs.query';
import { TrialSets } from './moves/trial-set';
import { OpenCaseFileService } from './opening/open-case-file.service';
import { OpeningController } from './opening/opening.controller';
import { CaseFilesController } from './page/case-files.controller';
import { CasePageService } from './page/case-page.service';
import { PeopleController } from './people/people.controller';
import { PeopleRepository } from './people/people.repository';
import { ProjectionsRepository } from './projections.repository';
import { ReaderScopes } from './reader-scope';
import { CaseSummariesQuery } from './search/case-summaries.query';
import { SearchCasesQuery } from './search/search-cases.query';
import { SearchController } from './search/search.controller';
import { StepActsService } from './steps/step-acts.service';
import { StepPageService } from './steps/step-page.service';
import { StepsController } from './steps/steps.controller';
import { RebuildProjectionsService } from './upkeep/rebuild-projections.service';
import { RefoldDueCases } from './upkeep/refold-due-cases';
import { UndatedStepsQuery } from './worklist/undated-steps.query';
import { FactsToTry } from './what-if/facts-to-try.service';
import { WhatIfController } from './what-if/what-if.controller';
import { WorkItemsQuery } from './worklist/work-items.query';
import { WorklistController } from './worklist/worklist.controller';
import { WorklistQuery } from './worklist/worklist.query';
import { WorklistService } from './worklist/worklist.service';

@Module({
  imports: [ProtocolsModule],
  // The fixed paths before those with an id.
  controllers: [
    OpeningController,
    SearchController,
    CaseFilesController,
    CaseActsController,
    PeopleController,
    StepsController,
    WhatIfController,
    DraftsController,
    MovesController,
    DryRunsController,
    WorklistController,
    AlertsController,
    ApprovalsController,
    DuplicateTasksController,
  ],
  providers: [
    AccountNames,
    Acting,
    AlertsQuery,
    ApprovalsQuery,
    AskDryRun,
    AssignService,
    CasePageService,
    CaseReader,
    CaseRowsRepository,
    CaseSummariesQuery,
    ChangeChildService,
    DoDemoDeed,
    DraftsRepository,
    DryRunJob,
    DryRunPage,
    DryRunsRepository,
    DuplicateTasksRepository,
    FactsToTry,
    FindDuplicatesService,
    IdentityIndex,
    JournalPageService,
    JournalRepository,
    MoveRun,
    OpenCaseFileService,
    OpenRunsQuery,
    PeopleRepository,
    ProjectionsRepository,
    ReaderScopes,
    RebuildProjectionsService,
    RefoldDueCases,
    SaveDraftService,
    SearchCasesQuery,
    SearchLimits,
    SeedCases,
    SeedProtocolWork,
    ShowDuplicatesService,
    StepActsService,
    StepPageService,
    TrialSets,
    UndatedStepsQuery,
    WorkItemsQuery,
    WorklistQuery,
    WorklistService,
  ],
  exports: [
    Acting,
    CaseReader,
    OpenCaseFileService,
    RebuildProjectionsService,
    RefoldDueCases,
    StepActsService,
  ],
})
export class CasesModule {}
