import { Body, Controller, Param, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { teamsWhere, mayNowhere } from '@repere/access';
import { IsIn } from 'class-validator';
import { askerOf } from '../../platform/asker';
import { PlainText } from '../../platform/plain-text';
import { Refusal } from '../../platform/refusal';
import { Route } from '../../platform/routes/route';
import { Secrecy } from '../../platform/secrecy/secrecy';
import { UnitOfWork } from '../../platform/unit-of-work';
import { WordsDto } from '../../platform/words.dto';
import { UUID } from '../../platform/uuid';
import { readCursor, writeCursor } from '../../platform/cursor';
import { DuplicateTasksRepository } from './duplicate-tasks.repository';
import { rowOf } from '../../platform/data/sealed-row';
import { DuplicateTaskEntity } from '../entities/search/duplicate-task.entity';

const PAGE = 50;
const OUTCOMES = ['same-child', 'other-child', 'not-known'] as const;

export class DuplicateTaskDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ format: 'uuid' }) readonly caseFileId: string;
  @ApiProperty() readonly reference: string;
  @ApiProperty() readonly otherReference: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) readonly otherCaseFileId: string | null;
  @ApiProperty({ type: [WordsDto] }) readonly why: readonly WordsDto[];
  @ApiProperty({ format: 'date-time' }) readonly raisedAt: string;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Until when whoever opened the case is asked (TOOL); null: nobody in particular',
  })
  readonly dueAt: string | null;
}

class DuplicateTaskPageDto {
  @ApiProperty({ type: [DuplicateTaskDto] }) readonly items: readonly DuplicateTaskDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next: string | null;
}

class CloseTaskDto {
  @ApiProperty({ enum: OUTCOMES })
  @IsIn(OUTCOMES)
  readonly outcome: (typeof OUTCOMES)[number];

  @ApiProperty({ maxLength: 2_000 })
  @PlainText(2_000)
  readonly note: string;
}

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
  async list(@Query('cursor') cursor?: string): Promise<DuplicateTaskPageDto> {
    this.refuseOthers();
    const after = cursor === undefined ? null : readCursor(cursor, ['instant', 'id']);
    const items = await this.tasks.open(PAGE + 1, after);
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
  async close(@Param('id') id: string, @Body() { outcome, note }: CloseTaskDto): Promise<void> {
    this.refuseOthers();
    if (!UUID.test(id)) throw new Refusal('not-found');
    const row = rowOf(DuplicateTaskEntity, { id });
    const sealed = this.secrecy.seal(await this.secrecy.spaceKey(), row, 'note', note);
    if (!(await this.tasks.close(id, outcome, sealed))) throw new Refusal('not-found');
    this.unit.notes({ task: id, outcome });
  }

  private refuseOthers(): void {
    const asker = askerOf(this.unit.account);
    if (teamsWhere(asker, 'see-duplicates').length === 0)
      throw new Refusal('not-allowed', { reasons: [mayNowhere('see-duplicates')] });
  }
}
