import { Body, Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { teamsWhere, mayNowhere } from '@repere/access';
import { principalOf } from '../../platform/unit/principal';
import { Refusal } from '../../platform/refusals/refusal';
import { Route } from '../../platform/routes/route';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { UUID } from '../../platform/uuid';
import { readCursor, writeCursor } from '../../platform/requests/cursor';
import { CloseTaskDto, DuplicateTaskPageDto } from './duplicate-tasks.dto';
import { DuplicateTasksRepository } from './duplicate-tasks.repository';
import { rowOf } from '../../platform/data/sealed-row';
import { DuplicateTaskEntity } from '../entities/search/duplicate-task.entity';

const PAGE = 50;

@ApiTags('cases')
@Controller('duplicate-tasks')
export class DuplicateTasksController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tasks: DuplicateTasksRepository,
    private readonly secrecy: Secrecy,
  ) {}

  @Route('GET', {
    summary:
      'Possible duplicates: for the supervisors of both teams, and for whoever opened a case before answering',
    act: 'duplicate-task.list',
    purpose: 'supervision',
    needs: { on: 'team', act: 'see-duplicates' },
    query: [{ name: 'cursor', required: false }],
    answers: DuplicateTaskPageDto,
    refuses: ['invalid'],
  })
  async listTasks(@Query('cursor') cursor?: string): Promise<DuplicateTaskPageDto> {
    this.refuseOthers();
    const after = cursor === undefined ? null : readCursor(cursor, ['instant', 'id']);
    const items = await this.tasks.listOpenTasks(PAGE + 1, after);
    const shown = items.slice(0, PAGE);
    this.unit.shows(shown.map(({ caseFileId }) => caseFileId));
    const last = shown.at(-1);
    return { items: shown, next: items.length > PAGE && last ? writeCursor([last.raisedAt, last.id]) : null };
  }

  @Route('POST :id/close', {
    summary: 'Say what was found; the cases stay as they are',
    act: 'duplicate-task.close',
    purpose: 'supervision',
    needs: { on: 'team', act: 'see-duplicates' },
    once: false,
    answers: null,
    refuses: ['not-found', 'invalid'],
  })
  async closeTask(@Param('id') id: string, @Body() { outcome, note }: CloseTaskDto): Promise<void> {
    this.refuseOthers();
    if (!UUID.test(id)) throw new Refusal('not-found');
    const row = rowOf(DuplicateTaskEntity, { id });
    const sealed = this.secrecy.seal(await this.secrecy.spaceKey(), row, 'note', note);
    if (!(await this.tasks.closeTask(id, outcome, sealed))) throw new Refusal('not-found');
    this.unit.notes({ task: id, outcome });
  }

  private refuseOthers(): void {
    const principal = principalOf(this.unit.account);
    if (teamsWhere(principal, 'see-duplicates').length === 0)
      throw new Refusal('not-allowed', { reasons: [mayNowhere('see-duplicates')] });
  }
}
