import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ParseUuid } from '../../../../platform/requests/parse-uuid';
import { Route } from '../../../../platform/routes/route';
import { AccountChangesService } from './account-changes.service';
import { AccountChangesDto, DecisionDto } from '../accounts.dto';
import { AccountsQuery } from '../accounts.query';

@ApiTags('administration')
@Controller('account-changes')
export class AccountChangesController {
  constructor(
    private readonly changes: AccountChangesService,
    private readonly query: AccountsQuery,
  ) {}

  @Route('GET', {
    summary: 'Changes that wait for a second administrator, oldest first',
    act: 'account-change.list',
    purpose: 'administration',
    needs: { on: 'service', act: 'manage-accounts' },
    answers: AccountChangesDto,
    refuses: [],
  })
  async listChanges(): Promise<AccountChangesDto> {
    return { items: await this.query.changes() };
  }

  @Route('POST :id/decision', {
    summary: 'Agree to a change, or refuse it; agreeing is for a second administrator',
    act: 'account-change.decide',
    purpose: 'administration',
    needs: { on: 'service', act: 'manage-accounts' },
    once: false,
    answers: null,
    refuses: ['step-up-required', 'not-found', 'refused', 'invalid', 'unsupported-media'],
  })
  decide(@Param('id', new ParseUuid()) id: string, @Body() { decision }: DecisionDto): Promise<void> {
    return this.changes.decide(id, decision);
  }
}
