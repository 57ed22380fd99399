import type { INestApplicationContext } from '@nestjs/common';
import { StaffService } from '../access/team/staff.service';
import { ExamineCase } from '../audit/missions/examine-case.service';
import { Findings } from '../audit/missions/findings/findings.service';
import { MissionFinder } from '../audit/missions/mission-finder';
import { MissionPage } from '../audit/missions/mission-page.service';
import { MissionsRepository } from '../audit/missions/missions.repository';
import { OpenMission } from '../audit/missions/planning/open-mission.service';
import { PlanMission } from '../audit/missions/planning/plan-mission.service';
import { CaseCommandHandler } from '../cases/acts/case-command-handler';
import { AssignService } from '../cases/acts/assign.service';
import { BreakGlassService } from '../cases/break-glass/break-glass.service';
import { CaseReader } from '../cases/reading/case-reader';
import { PlanCoverService } from '../cases/cover/plan-cover.service';
import { SaveDraftService } from '../cases/drafts/save-draft.service';
import { AskDryRun } from '../cases/moves/ask-dry-run.service';
import { MoveRun } from '../cases/moves/move-run.service';
import { OpenCaseFileService } from '../cases/opening/open-case-file.service';
import { StepActsService } from '../cases/steps/step-acts.service';
import { KeepContactsService } from '../directory/on-call/keep-contacts.service';
import { KeepServicesService } from '../directory/services/keep-services.service';
import { ServicesRepository } from '../directory/services/services.repository';
import { OnCallContactsRepository } from '../directory/on-call/on-call-contacts.repository';
import { NeededRights } from '../platform/routes/needed-rights';
import { RecomputeDueCases } from '../cases/upkeep/recompute-due-cases';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { ProtocolDraftsRepository } from '../protocols/drafts/drafts.repository';
import { ReviewDraft } from '../protocols/drafts/review/review-draft.service';
import { WriteDraft } from '../protocols/drafts/write-draft.service';
import { ProtocolLibrary } from '../protocols/protocol-library';
import { SendAdditionService } from '../referrals/copies/send-addition.service';
import { OpenReferralService } from '../referrals/open-referral.service';
import { DoDemoAct } from './cases/do-demo-act';
import { SeedCases } from './seed-cases';
import { SeedCover } from './seed-cover';
import { SeedMissions } from './seed-missions';
import { SeedOnCall } from './partners/seed-on-call';
import { SeedServices } from './partners/seed-services';
import { SeedProtocolWork } from './seed-protocol-work';
import { SeedReferrals } from './partners/seed-referrals';
import { SeedStaff } from './seed-staff';
import { SeedTraining } from './seed-training';

/** What puts fictional people and cases into an application that knows nothing of a demo: by its own acts, not by inserts. */
export class Demo {
  readonly staff: SeedStaff;
  readonly training: SeedTraining;
  readonly acts: DoDemoAct;
  readonly cases: SeedCases;
  readonly cover: SeedCover;
  readonly onCall: SeedOnCall;
  readonly services: SeedServices;
  readonly protocolWork: SeedProtocolWork;
  readonly referrals: SeedReferrals;
  readonly missions: SeedMissions;

  constructor(app: Pick<INestApplicationContext, 'get'>) {
    const units = app.get(UnitOfWork);
    this.staff = new SeedStaff(app.get(StaffService));
    this.training = new SeedTraining(units, app.get(ProtocolLibrary));
    this.acts = new DoDemoAct(
      units,
      app.get(NeededRights),
      app.get(StepActsService),
      app.get(CaseCommandHandler),
      app.get(CaseReader),
      app.get(SaveDraftService),
      app.get(AssignService),
      app.get(MoveRun),
    );
    this.cases = new SeedCases(units, app.get(OpenCaseFileService), this.acts, app.get(RecomputeDueCases));
    this.cover = new SeedCover(units, app.get(PlanCoverService), app.get(BreakGlassService));
    this.services = new SeedServices(units, app.get(KeepServicesService), app.get(ServicesRepository));
    this.onCall = new SeedOnCall(units, app.get(KeepContactsService), app.get(OnCallContactsRepository));
    this.protocolWork = new SeedProtocolWork(
      units,
      app.get(NeededRights),
      app.get(WriteDraft),
      app.get(ReviewDraft),
      app.get(ProtocolDraftsRepository),
      app.get(AskDryRun),
    );
    this.referrals = new SeedReferrals(
      units,
      app.get(NeededRights),
      app.get(OpenReferralService),
      app.get(CaseReader),
      app.get(SendAdditionService),
    );
    this.missions = new SeedMissions(
      units,
      app.get(MissionsRepository),
      app.get(PlanMission),
      app.get(OpenMission),
      app.get(MissionFinder),
      app.get(MissionPage),
      app.get(ExamineCase),
      app.get(Findings),
    );
  }
}
