import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { WorkItem, Worklist } from '@repere/cases';
import { DEADLINE_ORIGINS, DEADLINE_OWNERS } from '@repere/protocol-engine';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { shownText } from '../../platform/shown';
import { WordsDto } from '../../platform/words.dto';

export const WORK_GROUPS = [
  'now',
  'today',
  'late',
  'soon',
  'waiting-for-me',
  'waiting-for-others',
  'later',
] as const satisfies readonly WorkItem['group'][];

export class WorklistQueryDto {
  @ApiPropertyOptional({ enum: ['me', 'team'], default: 'me' })
  @IsOptional()
  @IsIn(['me', 'team'])
  readonly scope?: 'me' | 'team';

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly cursor?: string;
}

export class WorkItemDto implements WorkItem {
  @ApiProperty() readonly id: string;
  @ApiProperty({ enum: WORK_GROUPS }) readonly group: WorkItem['group'];
  @ApiProperty({ enum: ['step', 'approval', 'outside', 'review', 'emergency', 'handover', 'task'] })
  readonly kind: WorkItem['kind'];
  @ApiProperty({ format: 'uuid' }) readonly caseFileId: string;
  @ApiProperty() readonly reference: string;
  @ApiProperty(shownText('The name'))
  readonly calledName: WorkItem['calledName'];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) readonly runId: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly step: string | null;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: WordsDto, nullable: true }) readonly protocolTitle: WordsDto | null;
  @ApiProperty({ type: WordsDto, nullable: true }) readonly why: WordsDto | null;
  @ApiProperty({ enum: DEADLINE_ORIGINS, type: String, nullable: true })
  readonly origin: WorkItem['origin'];
  @ApiProperty({ enum: DEADLINE_OWNERS }) readonly owner: WorkItem['owner'];
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly dueAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly lateFrom: string | null;
  @ApiProperty() readonly atOnce: boolean;
  @ApiProperty({ type: String, nullable: true }) readonly lead: string | null;
}

export class WorklistDto implements Worklist {
  @ApiProperty({ enum: ['me', 'team'], description: 'The scope that was used: `team` when nothing is mine' })
  readonly scope: 'me' | 'team';
  @ApiProperty({ format: 'date-time' }) readonly now: string;
  @ApiProperty({
    type: 'object',
    properties: Object.fromEntries(WORK_GROUPS.map((group) => [group, { type: 'integer' }])),
    required: [...WORK_GROUPS],
    selfRequired: true,
    description: 'By group: all there are, on this page or not',
  })
  readonly counts: Worklist['counts'];
  @ApiProperty({ description: 'How many of ours are late, in whatever group, on this page or not' })
  readonly late: number;
  @ApiProperty({ description: 'How many answers of authorities are overdue' }) readonly toChase: number;
  @ApiProperty({ type: [WorkItemDto] }) readonly items: readonly WorkItemDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly nextDueAt: string | null;
}
