import { Controller, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { teamsWhere, mayNowhere } from '@repere/access';
import { principalOf } from '../../platform/unit/principal';
import { Refusal } from '../../platform/refusals/refusal';
import { Route } from '../../platform/routes/route';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { WorklistDto, WorklistQueryDto } from './worklist.dto';
import { WorklistService } from './worklist.service';

@ApiTags('cases')
@Controller('worklist')
export class WorklistController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly worklist: WorklistService,
  ) {}

  @Route('GET', {
    summary: 'What is late, due, waiting for me, waiting for others',
    act: 'worklist.read',
    purpose: 'care',
    needs: { on: 'lists' },
    answers: WorklistDto,
    refuses: ['invalid', 'not-allowed'],
  })
  async read(@Query() { scope = 'me', cursor }: WorklistQueryDto): Promise<WorklistDto> {
    const principal = principalOf(this.unit.account);
    if (teamsWhere(principal, 'search').length === 0)
      throw new Refusal('not-allowed', { reasons: [mayNowhere('search')] });
    return this.worklist.show(scope, cursor);
  }
}
