import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { may, teamsWhere, mayNowhere } from '@repere/access';
import type { Response } from 'express';
import { Act } from '../../platform/act';
import { askerOf } from '../../platform/asker';
import { readIfMatch } from '../../platform/if-match';
import { Refuses } from '../../platform/openapi';
import { Refusal } from '../../platform/refusal';
import { UnitOfWork } from '../../platform/unit-of-work';
import { ExamineCase } from './examine-case.service';
import { MissionFinder } from './mission-finder';
import { MissionPage } from './mission-page.service';
import { ExaminationDto, MissionPlanDto, MissionScopeDto, OpenMissionDto } from './mission-plan.dto';
import { ExaminedDto, FrameSizeDto, MissionChoicesDto, MissionDto, MissionListDto } from './mission.dto';
import { OpenMission } from './open-mission.service';
import { PlanMission } from './plan-mission.service';

const AUDIT = { purpose: 'audit' } as const;
const WRITES = { ...AUDIT, idempotent: true } as const;
export const SEEN = {
  name: 'If-Match',
  required: true,
  description: 'The revision that was read: `"3"`',
} as const;

/** Audit missions: a supervisor plans, opens and closes one, its auditors examine the cases that were drawn. */
@ApiTags('audit')
@Controller('missions')
@Refuses('not-allowed')
export class MissionsController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly finder: MissionFinder,
    private readonly page: MissionPage,
    private readonly planning: PlanMission,
    private readonly opening: OpenMission,
    private readonly examining: ExamineCase,
  ) {}

  @Get()
  @Act('mission.list', AUDIT)
  @ApiOperation({ summary: 'Missions that the reader leads or was named in, newest first' })
  @ApiOkResponse({ type: MissionListDto })
  async list(): Promise<MissionListDto> {
    const asker = askerOf(this.unit.account);
    const leads = teamsWhere(asker, 'lead-mission').length > 0;
    if (!leads && !may(asker, 'work-in-missions', { kind: 'service' }).yes)
      throw new Refusal('not-allowed', { reasons: [mayNowhere('lead-mission', 'work-in-missions')] });
    return { items: await this.page.list() };
  }

  @Get('choices')
  @Act('mission.choices', AUDIT)
  @ApiOperation({ summary: 'Teams, auditors and protocols that a plan can name' })
  @ApiOkResponse({ type: MissionChoicesDto })
  choices(): Promise<MissionChoicesDto> {
    return this.planning.choices();
  }

  @Post('frame')
  @HttpCode(200)
  @Act('mission.frame', AUDIT)
  @ApiOperation({ summary: 'How many cases a scope takes in; shows none of them' })
  @ApiOkResponse({ type: FrameSizeDto })
  @Refuses('invalid', 'refused')
  async frame(@Body() scope: MissionScopeDto): Promise<FrameSizeDto> {
    return { size: await this.planning.frameSize(scope) };
  }

  @Post()
  @Act('mission.plan', WRITES)
  @ApiOperation({ summary: 'Plan a mission; it is a draft until it is opened' })
  @ApiCreatedResponse({ type: MissionDto })
  @Refuses('invalid', 'refused')
  async plan(
    @Body() plan: MissionPlanDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MissionDto> {
    return this.show(await this.planning.draft(plan), response);
  }

  @Get(':id')
  @Act('mission.read', AUDIT)
  @ApiOperation({ summary: 'A mission with its sample, answers and findings' })
  @ApiOkResponse({ type: MissionDto })
  @Refuses('not-found')
  read(@Param('id') id: string, @Res({ passthrough: true }) response: Response): Promise<MissionDto> {
    return this.show(id, response);
  }

  @Put(':id')
  @Act('mission.change', WRITES)
  @ApiOperation({ summary: 'Change the plan of a draft' })
  @ApiHeader(SEEN)
  @ApiOkResponse({ type: MissionDto })
  @Refuses('invalid', 'not-found', 'refused', 'precondition-missing', 'stale')
  async change(
    @Param('id') id: string,
    @Body() plan: MissionPlanDto,
    @Res({ passthrough: true }) response: Response,
    @Headers('If-Match') seen?: string,
  ): Promise<MissionDto> {
    await this.planning.change(id, plan, readIfMatch(seen));
    return this.show(id, response);
  }

  @Post(':id/open')
  @HttpCode(200)
  @Act('mission.open', WRITES)
  @ApiOperation({ summary: 'Freeze the frame, draw the sample, give the auditors its cases to read' })
  @ApiHeader(SEEN)
  @ApiOkResponse({ type: MissionDto })
  @Refuses('invalid', 'not-found', 'refused', 'precondition-missing', 'stale')
  async open(
    @Param('id') id: string,
    @Body() { seed }: OpenMissionDto,
    @Res({ passthrough: true }) response: Response,
    @Headers('If-Match') seen?: string,
  ): Promise<MissionDto> {
    await this.opening.open(id, readIfMatch(seen), seed);
    return this.show(id, response);
  }

  @Post(':id/close')
  @HttpCode(200)
  @Act('mission.close', WRITES)
  @ApiOperation({ summary: 'Close it: from the next request on, its auditors see its cases no more' })
  @ApiHeader(SEEN)
  @ApiOkResponse({ type: MissionDto })
  @Refuses('not-found', 'refused', 'precondition-missing', 'stale')
  async close(
    @Param('id') id: string,
    @Res({ passthrough: true }) response: Response,
    @Headers('If-Match') seen?: string,
  ): Promise<MissionDto> {
    await this.opening.close(id, readIfMatch(seen));
    return this.show(id, response);
  }

  @Put(':id/cases/:caseFileId/examination')
  @Act('mission.examine', WRITES)
  @ApiOperation({ summary: 'Answer the checklist for a case; what was answered before stays in the record' })
  @ApiHeader({ ...SEEN, description: 'The revision of the case in the mission: `"0"`' })
  @ApiOkResponse({ type: ExaminedDto })
  @Refuses('invalid', 'not-found', 'refused', 'precondition-missing', 'stale')
  async examine(
    @Param('id') id: string,
    @Param('caseFileId') caseFileId: string,
    @Body() examination: ExaminationDto,
    @Headers('If-Match') seen?: string,
  ): Promise<ExaminedDto> {
    const revision = await this.examining.save(id, caseFileId, examination, readIfMatch(seen));
    return { revision, done: examination.done };
  }

  private async show(id: string, response: Response): Promise<MissionDto> {
    const mission = await this.page.show(await this.finder.read(id));
    response.setHeader('ETag', `"${String(mission.revision)}"`);
    return mission;
  }
}
