import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { Act } from '../../platform/act';
import { Refuses } from '../../platform/openapi';
import { ParseUuid } from '../../platform/parse-uuid';
import { DueCasesService } from './due-cases.service';
import { DueCasesDto, MadeDto, ProposePeriodDto, RetentionRulesDto, SettleDto } from './retention.dto';
import { RetentionService } from './retention.service';

@ApiTags('privacy')
@Controller('retention')
@Refuses('not-allowed')
export class RetentionController {
  constructor(
    private readonly retention: RetentionService,
    private readonly due: DueCasesService,
  ) {}

  @Get('rules')
  @Act('retention.rules', { purpose: 'supervision' })
  @ApiOperation({ summary: 'How long what is kept, by which source, and whether anybody checked it' })
  @ApiOkResponse({ type: RetentionRulesDto })
  rules(): Promise<RetentionRulesDto> {
    return this.retention.show();
  }

  @Post('rules/:rule/decisions')
  @HttpCode(201)
  @Act('retention.propose', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'Propose a period for the service, with its source; a second person decides' })
  @ApiCreatedResponse({ type: MadeDto })
  @Refuses('not-found', 'invalid')
  propose(@Param('rule') rule: string, @Body() { months, source }: ProposePeriodDto): Promise<MadeDto> {
    return this.retention.propose(rule, months, source);
  }

  @Post('decisions/:id/settle')
  @HttpCode(204)
  @Act('retention.settle', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'Agree to a period that somebody else proposed, or refuse it' })
  @ApiNoContentResponse()
  @Refuses('not-found', 'refused', 'invalid')
  settle(@Param('id', ParseUuid) id: string, @Body() { outcome }: SettleDto): Promise<void> {
    return this.retention.settle(id, outcome);
  }

  @Get('due')
  @Act('retention.due', { purpose: 'supervision' })
  @ApiOperation({ summary: 'Closed cases whose every period in force has ended, the longest closed first' })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiOkResponse({ type: DueCasesDto })
  @Refuses('invalid')
  list(@Query('cursor') cursor?: string): Promise<DueCasesDto> {
    return this.due.list(cursor);
  }
}
