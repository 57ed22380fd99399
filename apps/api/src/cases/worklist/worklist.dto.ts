import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DEADLINE_ORIGINS, DEADLINE_OWNERS, type DeadlineOrigin, type DeadlineOwner } from '@repere/protocol';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import type { Shown } from '@repere/cases';
import { PlainText } from '../../platform/answers/plain-text';
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

/** So far is counted, of each group; of more it is said that there are. */
export const COUNTED_TO = 50;
const MORE = '; above `countedTo`: there are more';

/** What one may look at alone: what can not wait until tomorrow, the week, what others owe us. */
export const WORK_SHOWS = {
  tonight: ['now', 'today'],
  week: ['now', 'today', 'late', 'soon'],
  waiting: ['waiting-for-others'],
} as const satisfies Readonly<Record<string, readonly WorkItemDto['group'][]>>;
export type WorkShow = keyof typeof WORK_SHOWS;

/** What narrows both lists of work: that of acts and that of children. */
class WorkFilterDto {
  @ApiPropertyOptional({ enum: ['me', 'team'], default: 'me' })
  @IsOptional()
  @IsIn(['me', 'team'])
  readonly scope?: 'me' | 'team';

  @ApiPropertyOptional({ enum: ['tonight', 'week', 'waiting'], description: 'Only these; without it all' })
  @IsOptional()
  @IsIn(['tonight', 'week', 'waiting'])
  readonly show?: 'tonight' | 'week' | 'waiting';

  @ApiPropertyOptional({ description: 'Only what this protocol asks' })
  @IsOptional()
  @PlainText(100)
  readonly protocol?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly cursor?: string;
}

export class WorklistQueryDto extends WorkFilterDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'Only what is to do for this child' })
  @IsOptional()
  @IsUUID()
  readonly caseFile?: string;
}

export class WorkChildrenQueryDto extends WorkFilterDto {
  @ApiPropertyOptional({
    description:
      'Of the team’s: children whom this account leads, `none`: whom nobody leads. Without it each person’s first',
  })
  @IsOptional()
  @Matches(/^(none|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/)
  readonly lead?: string;
}

/** What something to do is. */
export const WORK_KINDS = [
  'step',
  'approval',
  'outside',
  'review',
  'emergency',
  'handover',
  'lead',
  'referral',
  'conference',
  'prepared',
  'tie',
  'task',
] as const;

export class WorkItemDto {
  @ApiProperty() readonly id: string;
  @ApiProperty({ enum: WORK_GROUPS }) readonly group:
    'now' | 'today' | 'late' | 'soon' | 'waiting-for-me' | 'waiting-for-others' | 'later';
  @ApiProperty({ enum: WORK_KINDS })
  readonly kind: (typeof WORK_KINDS)[number];
  @ApiProperty({ format: 'uuid' }) readonly caseFileId: string;
  @ApiProperty() readonly reference: string;
  @ApiProperty(shownText('The name'))
  readonly calledName: Shown<string>;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) readonly runId: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly step: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Of a case conference' })
  readonly appointmentId: string | null;
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

/** Whose day it is, and how much of what it holds. */
export class WorkTallyDto {
  @ApiProperty({ enum: ['me', 'team'], description: 'The scope that was used: `team` when nothing is mine' })
  readonly scope: 'me' | 'team';
  @ApiProperty({ format: 'date-time' }) readonly now: string;
  @ApiProperty({
    type: 'object',
    properties: Object.fromEntries(WORK_GROUPS.map((group) => [group, { type: 'integer' }])),
    required: [...WORK_GROUPS],
    selfRequired: true,
    description: `By group: all there are, on this page or not${MORE}`,
  })
  readonly counts: Readonly<Record<WorkItemDto['group'], number>>;
  @ApiProperty({
    type: 'integer',
    description: `How many of ours are late, in whatever group, on this page or not${MORE}`,
  })
  readonly late: number;
  @ApiProperty({ type: 'integer', description: `How many answers of authorities are overdue${MORE}` })
  readonly toChase: number;
  @ApiProperty({ type: 'integer', description: `How many acts wait for the reader’s approval${MORE}` })
  readonly approvals: number;
  @ApiProperty({
    type: 'integer',
    description: 'So far is counted: a figure above it says that there are more',
  })
  readonly countedTo: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly nextDueAt: string | null;
}

export class WorklistDto extends WorkTallyDto {
  @ApiProperty({ type: [WorkItemDto] }) readonly items: readonly WorkItemDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next: string | null;
}
