import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { teamsWhere, mayNowhere } from '@repere/access';
import { Act } from '../../platform/act';
import { askerOf } from '../../platform/asker';
import { Refuses } from '../../platform/openapi';
import { Refusal } from '../../platform/refusal';
import { UnitOfWork } from '../../platform/unit-of-work';
import { WorklistDto, WorklistQueryDto } from './worklist.dto';
import { WorklistService } from './worklist.service';

@ApiTags('cases')
@Controller('worklist')
export class WorklistController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly worklist: WorklistService,
  ) {}

  @Get()
  @Act('worklist.read')
  @ApiOperation({ summary: 'What is late, due, waiting for me, waiting for others' })
  @ApiOkResponse({ type: WorklistDto })
  @Refuses('invalid', 'not-allowed')
  async read(@Query() { scope = 'me', cursor }: WorklistQueryDto): Promise<WorklistDto> {
    const asker = askerOf(this.unit.account);
    if (teamsWhere(asker, 'search').length === 0)
      throw new Refusal('not-allowed', { reasons: [mayNowhere('search')] });
    return this.worklist.show(scope, cursor);
  }
}
