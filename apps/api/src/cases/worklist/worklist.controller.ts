import { Controller, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../../platform/routes/route';
import { ReaderScopes } from '../rights/reader-scope';
import { WorkChildrenDto } from './children/work-children.dto';
import { WorkChildrenService } from './children/work-children.service';
import { WorkChildrenQueryDto, WorklistDto, WorklistQueryDto } from './worklist.dto';
import { WorklistService } from './worklist.service';

@ApiTags('cases')
@Controller('worklist')
export class WorklistController {
  constructor(
    private readonly scopes: ReaderScopes,
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
    this.scopes.demandLists();
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
    this.scopes.demandLists();
    return this.children.listChildren(query);
  }
}
