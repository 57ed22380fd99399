import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DEADLINE_ORIGINS, DEADLINE_OWNERS, type DeadlineOrigin, type DeadlineOwner } from '@repere/protocol';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { Shown } from '@repere/cases';
import { shownText } from '../../platform/answers/shown';
import { WordsDto } from '../../platform/answers/words.dto';

export const WORK_GROUPS = [
  'now',
  'today',
  'late',
  'soon',
  'waiting-for-me',
  'waiting-for-others',
  'later',
] as const satisfies readonly (
  'now' | 'today' | 'late' | 'soon' | 'waiting-for-me' | 'waiting-for-others' | 'later'
)[];

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

export class WorkItemDto {
  @ApiProperty() readonly id: string;
  @ApiProperty({ enum: WORK_GROUPS }) readonly group:
    'now' | 'today' | 'late' | 'soon' | 'waiting-for-me' | 'waiting-for-others' | 'later';
  @ApiProperty({ enum: ['step', 'approval', 'outside', 'review', 'emergency', 'handover', 'task'] })
  readonly kind: 'step' | 'approval' | 'outside' | 'review' | 'emergency' | 'handover' | 'task';
  @ApiProperty({ format: 'uuid' }) readonly caseFileId: string;
  @ApiProperty() readonly reference: string;
  @ApiProperty(shownText('The name'))
  readonly calledName: Shown<string>;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) readonly runId: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly step: string | null;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: WordsDto, nullable: true }) readonly protocolTitle: WordsDto | null;
  @ApiProperty({ type: WordsDto, nullable: true }) readonly why: WordsDto | null;
  @ApiProperty({ enum: DEADLINE_ORIGINS, type: String, nullable: true })
  readonly origin: DeadlineOrigin | null;
  @ApiProperty({ enum: DEADLINE_OWNERS }) readonly owner: DeadlineOwner;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly dueAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly lateFrom: string | null;
  @ApiProperty() readonly atOnce: boolean;
  @ApiProperty({ type: String, nullable: true }) readonly lead: string | null;
}

export class WorklistDto {
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
  readonly counts: Readonly<Record<WorkItemDto['group'], number>>;
  @ApiProperty({ description: 'How many of ours are late, in whatever group, on this page or not' })
  readonly late: number;
  @ApiProperty({ description: 'How many answers of authorities are overdue' }) readonly toChase: number;
  @ApiProperty({ type: [WorkItemDto] }) readonly items: readonly WorkItemDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly nextDueAt: string | null;
}
