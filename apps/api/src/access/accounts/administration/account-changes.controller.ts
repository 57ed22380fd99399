import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Act } from '../../../platform/act';
import { Refuses } from '../../../platform/openapi';
import { ParseUuid } from '../../../platform/parse-uuid';
import { AccountChangesService } from './account-changes.service';
import { AccountChangesDto, DecisionDto } from './accounts.dto';
import { AccountsQuery } from './accounts.query';

@ApiTags('administration')
@Controller('account-changes')
export class AccountChangesController {
  constructor(
    private readonly changes: AccountChangesService,
    private readonly query: AccountsQuery,
  ) {}

  @Get()
  @Act('account-change.list', { purpose: 'administration' })
  @ApiOperation({ summary: 'Changes that wait for a second administrator, oldest first' })
  @ApiOkResponse({ type: AccountChangesDto })
  @Refuses('not-allowed')
  async list(): Promise<AccountChangesDto> {
    return { items: await this.query.changes() };
  }

  @Post(':id/decision')
  @HttpCode(204)
  @Act('account-change.decide', { purpose: 'administration' })
  @ApiOperation({ summary: 'Agree to a change, or refuse it; agreeing is for a second administrator' })
  @ApiNoContentResponse()
  @Refuses('not-allowed', 'step-up-required', 'not-found', 'refused', 'invalid', 'unsupported-media')
  decide(@Param('id', new ParseUuid()) id: string, @Body() { decision }: DecisionDto): Promise<void> {
    return this.changes.decide(id, decision);
  }
}
