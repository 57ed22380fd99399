import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Act } from '../../platform/act';
import { Refuses } from '../../platform/openapi';
import { CoverDto, PlanDutyDto, PlannedDto, PlanSubstitutionDto } from './cover.dto';
import { CoverPageService } from './cover-page.service';
import { PlanCoverService } from './plan-cover.service';

const KEY = { name: 'Idempotency-Key', required: true } as const;

/** Substitutions during leave, and the rota. */
@ApiTags('access')
@Controller()
export class CoverController {
  constructor(
    private readonly page: CoverPageService,
    private readonly planning: PlanCoverService,
  ) {}

  @Get('cover')
  @Act('cover.read', { purpose: 'administration' })
  @ApiOperation({ summary: 'Who stands in for whom and who is on duty in the reader’s teams' })
  @ApiOkResponse({ type: CoverDto })
  @Refuses('not-allowed')
  show(): Promise<CoverDto> {
    return this.page.show();
  }

  @Post('substitutions')
  @HttpCode(201)
  @Act('cover.substitute', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'Name who stands in for somebody on leave' })
  @ApiHeader(KEY)
  @ApiCreatedResponse({ type: PlannedDto })
  @Refuses('invalid', 'not-allowed', 'not-found', 'refused')
  substitute(@Body() body: PlanSubstitutionDto): Promise<PlannedDto> {
    return this.planning.substitute(body);
  }

  @Delete('substitutions/:id')
  @HttpCode(204)
  @Act('cover.end-substitution', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'End a substitution now' })
  @ApiHeader(KEY)
  @ApiNoContentResponse()
  @Refuses('not-allowed', 'not-found')
  endSubstitution(@Param('id') id: string): Promise<void> {
    return this.planning.endSubstitution(id);
  }

  @Post('duties')
  @HttpCode(201)
  @Act('cover.put-on-duty', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'Put somebody on duty for a team' })
  @ApiHeader(KEY)
  @ApiCreatedResponse({ type: PlannedDto })
  @Refuses('invalid', 'not-allowed', 'not-found', 'refused')
  putOnDuty(@Body() body: PlanDutyDto): Promise<PlannedDto> {
    return this.planning.putOnDuty(body);
  }

  @Delete('duties/:id')
  @HttpCode(204)
  @Act('cover.end-duty', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'End a turn of duty now' })
  @ApiHeader(KEY)
  @ApiNoContentResponse()
  @Refuses('not-allowed', 'not-found')
  endDuty(@Param('id') id: string): Promise<void> {
    return this.planning.endDuty(id);
  }
}
