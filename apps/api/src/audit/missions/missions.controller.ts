import { Body, Controller, Headers, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { may, teamsWhere, mayNowhere } from '@repere/access';
import type { Response } from 'express';
import { principalOf } from '../../platform/unit/principal';
import { readIfMatch } from '../../platform/requests/if-match';
import { Refusal } from '../../platform/refusals/refusal';
import { Route } from '../../platform/routes/route';
import { created } from '../../platform/routes/route-answers';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ExamineCase } from './examine-case.service';
import { MissionFinder } from './mission-finder';
import { MissionPage } from './mission-page.service';
import { ExaminationDto, MissionPlanDto, MissionScopeDto, OpenMissionDto } from './planning/mission-plan.dto';
import { ExaminedDto, FrameSizeDto, MissionChoicesDto, MissionDto, MissionListDto } from './mission.dto';
import { OpenMission } from './planning/open-mission.service';
import { PlanMission } from './planning/plan-mission.service';

/** Audit missions: a supervisor plans, opens and closes one, its auditors examine the cases that were drawn. */
@ApiTags('audit')
@Controller('missions')
export class MissionsController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly finder: MissionFinder,
    private readonly page: MissionPage,
    private readonly planning: PlanMission,
    private readonly opening: OpenMission,
    private readonly examining: ExamineCase,
  ) {}

  @Route('GET', {
    summary: 'Missions that the reader leads or was named in, newest first',
    act: 'mission.list',
    purpose: 'audit',
    needs: { on: 'mission' },
    answers: MissionListDto,
    refuses: ['not-allowed'],
  })
  async listMissions(): Promise<MissionListDto> {
    const principal = principalOf(this.unit.account);
    const leads = teamsWhere(principal, 'lead-mission').length > 0;
    if (!leads && !may(principal, 'work-in-missions', { kind: 'service' }).yes)
      throw new Refusal('not-allowed', { reasons: [mayNowhere('lead-mission', 'work-in-missions')] });
    return { items: await this.page.listMissions() };
  }

  @Route('GET choices', {
    summary: 'Teams, auditors and protocols that a plan can name',
    act: 'mission.choices',
    purpose: 'audit',
    needs: { on: 'team', act: 'lead-mission' },
    answers: MissionChoicesDto,
    refuses: [],
  })
  choices(): Promise<MissionChoicesDto> {
    return this.planning.choices();
  }

  @Route('POST frame', {
    summary: 'How many cases a scope takes in; shows none of them',
    act: 'mission.frame',
    purpose: 'audit',
    needs: { on: 'mission' },
    once: false,
    goesOn: 'looks',
    answers: FrameSizeDto,
    refuses: ['not-allowed', 'invalid', 'refused'],
  })
  async frame(@Body() scope: MissionScopeDto): Promise<FrameSizeDto> {
    return { size: await this.planning.frameSize(scope) };
  }

  @Route('POST', {
    summary: 'Plan a mission; it is a draft until it is opened',
    act: 'mission.plan',
    purpose: 'audit',
    needs: { on: 'mission' },
    once: true,
    answers: created(MissionDto),
    refuses: ['invalid', 'refused'],
  })
  async planMission(
    @Body() plan: MissionPlanDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MissionDto> {
    return this.showMission(await this.planning.draft(plan), response);
  }

  @Route('GET :id', {
    summary: 'A mission with its sample, answers and findings',
    act: 'mission.read',
    purpose: 'audit',
    needs: { on: 'mission' },
    answers: MissionDto,
    refuses: ['not-allowed', 'not-found'],
  })
  readMission(@Param('id') id: string, @Res({ passthrough: true }) response: Response): Promise<MissionDto> {
    return this.showMission(id, response);
  }

  @Route('PUT :id', {
    summary: 'Change the plan of a draft',
    act: 'mission.change',
    purpose: 'audit',
    needs: { on: 'mission' },
    once: true,
    ifMatch: 'revision',
    answers: MissionDto,
    refuses: ['invalid', 'refused'],
  })
  async changeMission(
    @Param('id') id: string,
    @Body() plan: MissionPlanDto,
    @Res({ passthrough: true }) response: Response,
    @Headers('If-Match') seen?: string,
  ): Promise<MissionDto> {
    await this.planning.changeMission(id, plan, readIfMatch(seen));
    return this.showMission(id, response);
  }

  @Route('POST :id/open', {
    summary: 'Freeze the frame, draw the sample, give the auditors its cases to read',
    act: 'mission.open',
    purpose: 'audit',
    needs: { on: 'mission' },
    once: true,
    ifMatch: 'revision',
    answers: MissionDto,
    refuses: ['invalid', 'refused'],
  })
  async openMission(
    @Param('id') id: string,
    @Body() { seed }: OpenMissionDto,
    @Res({ passthrough: true }) response: Response,
    @Headers('If-Match') seen?: string,
  ): Promise<MissionDto> {
    await this.opening.openMission(id, readIfMatch(seen), seed);
    return this.showMission(id, response);
  }

  @Route('POST :id/close', {
    summary: 'Close it: from the next request on, its auditors see its cases no more',
    act: 'mission.close',
    purpose: 'audit',
    needs: { on: 'mission' },
    once: true,
    ifMatch: 'revision',
    answers: MissionDto,
    refuses: ['refused'],
  })
  async closeMission(
    @Param('id') id: string,
    @Res({ passthrough: true }) response: Response,
    @Headers('If-Match') seen?: string,
  ): Promise<MissionDto> {
    await this.opening.closeMission(id, readIfMatch(seen));
    return this.showMission(id, response);
  }

  @Route('PUT :id/cases/:caseFileId/examination', {
    summary: 'Answer the checklist for a case; what was answered before stays in the record',
    act: 'mission.examine',
    purpose: 'audit',
    needs: { on: 'mission' },
    once: true,
    ifMatch: 'revision',
    answers: ExaminedDto,
    refuses: ['invalid', 'refused'],
  })
  async examine(
    @Param('id') id: string,
    @Param('caseFileId') caseFileId: string,
    @Body() examination: ExaminationDto,
    @Headers('If-Match') seen?: string,
  ): Promise<ExaminedDto> {
    const revision = await this.examining.saveExamination(id, caseFileId, examination, readIfMatch(seen));
    return { revision, done: examination.done };
  }

  private async showMission(id: string, response: Response): Promise<MissionDto> {
    const mission = await this.page.showMission(await this.finder.readMission(id));
    response.setHeader('ETag', `"${String(mission.revision)}"`);
    return mission;
  }
}
