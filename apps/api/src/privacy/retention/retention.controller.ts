import { Body, Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ParseUuid } from '../../platform/requests/parse-uuid';
import { Route } from '../../platform/routes/route';
import { created } from '../../platform/routes/route-answers';
import { DueCasesService } from './due-cases.service';
import { DueCasesDto, MadeDto, ProposePeriodDto, RetentionRulesDto, SettleDto } from './retention.dto';
import { RetentionService } from './retention.service';

@ApiTags('privacy')
@Controller('retention')
export class RetentionController {
  constructor(
    private readonly retention: RetentionService,
    private readonly due: DueCasesService,
  ) {}

  @Route('GET rules', {
    summary: 'How long what is kept, by which source, and whether anybody checked it',
    act: 'retention.rules',
    purpose: 'supervision',
    needs: { on: 'team', act: 'see-privacy' },
    answers: RetentionRulesDto,
    refuses: [],
  })
  rules(): Promise<RetentionRulesDto> {
    return this.retention.showRules();
  }

  @Route('POST rules/:rule/decisions', {
    summary: 'Propose a period for the service, with its source; a second person decides',
    act: 'retention.propose',
    purpose: 'supervision',
    needs: { on: 'team', act: 'see-privacy' },
    once: true,
    answers: created(MadeDto),
    refuses: ['invalid'],
  })
  proposeDecision(
    @Param('rule') rule: string,
    @Body() { months, source }: ProposePeriodDto,
  ): Promise<MadeDto> {
    return this.retention.proposeDecision(rule, months, source);
  }

  @Route('POST decisions/:id/settle', {
    summary: 'Agree to a period that somebody else proposed, or refuse it',
    act: 'retention.settle',
    purpose: 'supervision',
    needs: { on: 'team', act: 'see-privacy' },
    once: true,
    answers: null,
    refuses: ['refused', 'invalid'],
  })
  settleDecision(@Param('id', ParseUuid) id: string, @Body() { outcome }: SettleDto): Promise<void> {
    return this.retention.settleDecision(id, outcome);
  }

  @Route('GET due', {
    summary: 'Closed cases whose every period in force has ended, the longest closed first',
    act: 'retention.due',
    purpose: 'supervision',
    needs: { on: 'team', act: 'see-privacy' },
    query: [{ name: 'cursor', required: false }],
    answers: DueCasesDto,
    refuses: ['invalid'],
  })
  listDueCases(@Query('cursor') cursor?: string): Promise<DueCasesDto> {
    return this.due.listDueCases(cursor);
  }
}
