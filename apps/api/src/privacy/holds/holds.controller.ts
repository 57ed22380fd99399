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
import { MadeDto } from '../retention/retention.dto';
import { HoldReasonDto, LegalHoldPageDto } from './holds.dto';
import { HoldsService } from './holds.service';

@ApiTags('privacy')
@Controller()
@Refuses('not-allowed')
export class HoldsController {
  constructor(private readonly holds: HoldsService) {}

  @Get('legal-holds')
  @Act('hold.list', { purpose: 'supervision' })
  @ApiOperation({ summary: 'Cases that nobody may erase, with the reason, newest first' })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiOkResponse({ type: LegalHoldPageDto })
  @Refuses('invalid')
  list(@Query('cursor') cursor?: string): Promise<LegalHoldPageDto> {
    return this.holds.list(cursor);
  }

  @Post('case-files/:id/holds')
  @HttpCode(201)
  @Act('hold.set', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'Hold the case: it is not erased until the hold is lifted' })
  @ApiCreatedResponse({ type: MadeDto })
  @Refuses('not-found', 'invalid')
  set(@Param('id') id: string, @Body() { reason }: HoldReasonDto): Promise<MadeDto> {
    return this.holds.set(id, reason);
  }

  @Post('case-files/:id/holds/:hold/lift')
  @HttpCode(204)
  @Act('hold.lift', { purpose: 'supervision', idempotent: true })
  @ApiOperation({ summary: 'Lift a hold, with the reason' })
  @ApiNoContentResponse()
  @Refuses('not-found', 'invalid')
  lift(
    @Param('id') id: string,
    @Param('hold') hold: string,
    @Body() { reason }: HoldReasonDto,
  ): Promise<void> {
    return this.holds.lift(id, hold, reason);
  }
}
