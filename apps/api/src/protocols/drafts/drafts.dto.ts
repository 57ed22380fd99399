import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DRAFT_STATES, type DraftState, type ProtocolFiles } from '@repere/cases';
import { PROTOCOL_NAME } from '@repere/protocol';
import { IsInt, IsISO8601, IsObject, IsOptional, Matches, Max, Min } from 'class-validator';
import { Part } from '../../platform/requests/nested-parts';
import { PlainText } from '../../platform/answers/plain-text';
import { WordsDto } from '../../platform/answers/words.dto';
import { ExploreReportDto } from '../versions/explore-report.dto';
import { PublicationBlockerDto } from './checking/publication-blocker.dto';
import { ProtocolDiffDto } from '../versions/protocol-diff.dto';

const FILES = {
  type: 'object',
  additionalProperties: { type: 'string' },
  description: 'By path inside the folder of the version; 1 MB together at most',
} as const;

export class NotesDto {
  @ApiProperty() @PlainText(10_000) readonly fr: string;
  @ApiProperty() @PlainText(10_000) readonly en: string;
}

/** From a version (`protocol` and `from`), or with files. */
export class BeginDraftDto {
  @ApiPropertyOptional({ example: 'lost-key' })
  @IsOptional()
  @Matches(PROTOCOL_NAME)
  readonly protocol?: string;

  @ApiPropertyOptional({ example: '1.0.0' })
  @IsOptional()
  @Matches(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/)
  readonly from?: string;

  @ApiPropertyOptional(FILES)
  @IsOptional()
  @IsObject()
  readonly files?: Readonly<Record<string, unknown>>;
}

export class SaveDraftFilesDto {
  @ApiProperty(FILES)
  @IsObject()
  readonly files: Readonly<Record<string, unknown>>;

  @ApiPropertyOptional({ type: NotesDto, description: 'What changes, for practitioners' })
  @IsOptional()
  @Part(() => NotesDto)
  readonly changeNotes?: NotesDto;

  @ApiPropertyOptional({ format: 'date-time', description: 'Default: when it is published' })
  @IsOptional()
  @IsISO8601({ strict: true })
  readonly inForceFrom?: string;
}

export class PlaceOfCommentDto {
  @ApiPropertyOptional() @IsOptional() @PlainText(200) readonly file?: string;
  @ApiPropertyOptional({ type: 'integer' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100_000)
  readonly line?: number;
  @ApiPropertyOptional() @IsOptional() @PlainText(100) readonly step?: string;
}

export class AddCommentDto {
  @ApiProperty()
  @PlainText(5_000)
  readonly text: string;

  @ApiPropertyOptional({ type: PlaceOfCommentDto })
  @IsOptional()
  @Part(() => PlaceOfCommentDto)
  readonly place?: PlaceOfCommentDto;
}

export class SendBackDto {
  @ApiProperty()
  @PlainText(5_000)
  readonly reason: string;
}

export class WriterDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly name: string;
}

export class DraftSummaryDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly protocol: string;
  @ApiProperty({ type: String, nullable: true }) readonly from: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly version: string | null;
  @ApiProperty({ type: WordsDto, nullable: true }) readonly title: WordsDto | null;
  @ApiProperty({ enum: DRAFT_STATES }) readonly state: DraftState;
  @ApiProperty({ type: WriterDto }) readonly author: WriterDto;
  @ApiProperty({ format: 'date-time' }) readonly changedAt: string;
  @ApiProperty({ type: 'integer', description: 'For `If-Match`' }) readonly revision: number;
}

export class ExplorationDto {
  @ApiProperty({ type: 'integer', description: 'Of which revision; an earlier one does not count' })
  readonly revision: number;
  @ApiProperty({ enum: ['waiting', 'running', 'done', 'failed', 'stopped'] }) readonly state:
    'waiting' | 'running' | 'done' | 'failed' | 'stopped';
  @ApiProperty({ description: '0 to 1' }) readonly progress: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly finishedAt: string | null;
  @ApiProperty({ type: ExploreReportDto, nullable: true }) readonly report: ExploreReportDto | null;
}

export class DraftCommentDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ type: WriterDto }) readonly by: WriterDto;
  @ApiProperty({ format: 'date-time' }) readonly at: string;
  @ApiProperty({ type: 'integer' }) readonly revision: number;
  @ApiPropertyOptional({ type: PlaceOfCommentDto }) readonly place?: PlaceOfCommentDto;
  @ApiProperty() readonly text: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly settledAt: string | null;
}

export class CheckProblemDto {
  @ApiProperty() readonly file: string;
  @ApiProperty({ type: 'integer' }) readonly line: number;
  @ApiProperty({ type: 'integer' }) readonly column: number;
  @ApiProperty() readonly code: string;
  @ApiProperty({ type: WordsDto }) readonly message: WordsDto;
  @ApiProperty({ type: WordsDto, description: 'What to write instead' }) readonly remedy: WordsDto;
  @ApiProperty({ enum: ['error', 'warning'] }) readonly severity: 'error' | 'warning';
}

export class ProtocolDraftDto extends DraftSummaryDto {
  @ApiProperty(FILES) readonly files: ProtocolFiles;
  @ApiProperty({ type: WordsDto, nullable: true }) readonly changeNotes: WordsDto | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly inForceFrom: string | null;
  @ApiProperty({ type: [CheckProblemDto] }) readonly problems: readonly CheckProblemDto[];
  @ApiProperty({ type: ProtocolDiffDto, nullable: true, description: 'While it can be read' })
  readonly diff: ProtocolDiffDto | null;
  @ApiProperty({ type: ExplorationDto, nullable: true }) readonly exploration: ExplorationDto | null;
  @ApiProperty({ type: [DraftCommentDto] }) readonly comments: readonly DraftCommentDto[];
  @ApiProperty({ type: [PublicationBlockerDto], description: 'What keeps it from being published' })
  readonly blockedBy: readonly PublicationBlockerDto[];
  @ApiProperty({
    enum: ['save', 'submit', 'comment', 'approve', 'accept-loss', 'send-back', 'publish', 'abandon'],
    isArray: true,
  })
  readonly may: readonly (
    'save' | 'submit' | 'comment' | 'approve' | 'accept-loss' | 'send-back' | 'publish' | 'abandon'
  )[];
}
