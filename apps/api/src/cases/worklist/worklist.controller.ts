import { Controller, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { teamsWhere, mayNowhere } from '@repere/access';
import { principalOf } from '../../platform/unit/principal';
import { Refusal } from '../../platform/refusals/refusal';
import { Route } from '../../platform/routes/route';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { WorkChildrenDto } from './children/work-children.dto';
import { WorkChildrenService } from './children/work-children.service';
import { WorkChildrenQueryDto, WorklistDto, WorklistQueryDto } from './worklist.dto';
import { WorklistService } from './worklist.service';

@ApiTags('cases')
@Controller('worklist')
export class WorklistController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly worklist: WorklistService,
    private readonly children: WorkChildrenService,
  ) {}

  @Route('GET', {
    summary: 'What is late, due, waiting for me, waiting for others',
    act: 'worklist.read',
    purpose: 'care',
    needs: { on: 'lists' },
    answers: WorklistDto,
    refuses: ['invalid', 'not-allowed'],
  })
  async readWorklist(@Query() query: WorklistQueryDto): Promise<WorklistDto> {
    this.requireLists();
    return this.worklist.readWorklist(query);
  }

  @Route('GET children', {
    summary: 'The same by child: each with what presses most, danger first; of the team by person',
    act: 'worklist.read',
    purpose: 'care',
    needs: { on: 'lists' },
    answers: WorkChildrenDto,
    refuses: ['invalid', 'not-allowed'],
  })
  async readChildren(@Query() query: WorkChildrenQueryDto): Promise<WorkChildrenDto> {
    this.requireLists();
    return this.children.listChildren(query);
  }

  private requireLists(): void {
    if (teamsWhere(principalOf(this.unit.account), 'search').length === 0)
      throw new Refusal('not-allowed', { reasons: [mayNowhere('search')] });
  }
}
