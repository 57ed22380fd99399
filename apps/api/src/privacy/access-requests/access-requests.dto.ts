import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FIELD_CLASSES, type FieldClass } from '@repere/access';
import {
  REDACTION_REASONS,
  type RedactionReason,
  type RequestSubject,
  type AccessState,
} from '@repere/privacy';
import { IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Matches, Min } from 'class-validator';
import { NamedDto } from '../../cases/page/case-file.dto';
import { Parts } from '../../platform/requests/nested-parts';
import { PlainText } from '../../platform/answers/plain-text';
import { WordsDto } from '../../platform/answers/words.dto';
import { IsDay } from '../../platform/requests/is-day';

const SUBJECTS = ['child', 'person', 'staff'] as const;
const STATES = ['to-review', 'reviewed', 'handed-over', 'refused'] as const;
const MOST_LINES = 20_000;

export class MakeAccessRequestDto {
  @ApiProperty({ enum: SUBJECTS })
  @IsIn(SUBJECTS)
  readonly subject: RequestSubject;

  @ApiPropertyOptional({ format: 'uuid', description: 'Of the child, or of the person around' })
  @IsOptional()
  @IsUUID()
  readonly caseFileId?: string;

  @ApiPropertyOptional({ description: 'Of the row in the list of adults' })
  @IsOptional()
  @Matches(/^[\w-]{1,64}$/)
  readonly personId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Of the staff; one’s own when absent' })
  @IsOptional()
  @IsUUID()
  readonly accountId?: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  readonly receivedOn: string;

  @ApiProperty()
  @PlainText(500)
  readonly askedBy: string;

  @ApiProperty({ description: 'How one knows that it is them' })
  @PlainText(500)
  readonly identityChecked: string;
}

export class AccessVerdictDto {
  @ApiProperty({ type: 'integer', minimum: 1 })
  @IsInt()
  @Min(1)
  readonly id: number;

  @ApiProperty()
  @IsBoolean()
  readonly keep: boolean;

  @ApiPropertyOptional({ enum: REDACTION_REASONS, description: 'Of a line that does not leave' })
  @IsOptional()
  @IsIn(REDACTION_REASONS)
  readonly reason?: RedactionReason;
}

export class ReviewDto {
  @ApiProperty({ type: [AccessVerdictDto] })
  @Parts(() => AccessVerdictDto, MOST_LINES)
  readonly verdicts: readonly AccessVerdictDto[];

  @ApiProperty({ description: 'Every line was read' })
  @IsBoolean()
  readonly isDone: boolean;
}

export class HandOverDto {
  @ApiProperty()
  @PlainText(200)
  readonly toWhom: string;

  @ApiProperty()
  @PlainText(500)
  readonly how: string;
}

export class RefuseRequestDto {
  @ApiProperty()
  @PlainText(2_000)
  readonly why: string;
}

class LineVerdictDto {
  @ApiProperty() readonly keep: boolean;
  @ApiPropertyOptional({ enum: REDACTION_REASONS }) readonly reason?: RedactionReason;
}

export class AccessLineDto {
  @ApiProperty({ type: 'integer' }) readonly id: number;
  @ApiProperty({ type: WordsDto }) readonly section: WordsDto;
  @ApiProperty({ type: WordsDto }) readonly label: WordsDto;
  @ApiProperty({ type: WordsDto }) readonly text: WordsDto;
  @ApiProperty({ enum: FIELD_CLASSES, nullable: true }) readonly fieldClass: FieldClass | null;
  @ApiProperty({
    enum: ['own', 'free-text', 'others'],
    description: '`free-text` may name others: no machine finds them',
  })
  readonly kind: 'own' | 'free-text' | 'others';
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'A document whose file leaves with this line: whoever reviews opens it before',
  })
  readonly fileId: string | null;
  @ApiProperty({ type: LineVerdictDto, nullable: true }) readonly verdict: LineVerdictDto | null;
}

export class AccessRequestSummaryDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ enum: SUBJECTS }) readonly subject: RequestSubject;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) readonly caseFileId: string | null;
  @ApiProperty({ description: 'Reference of the case, or who of the staff' }) readonly about: string;
  @ApiProperty({ format: 'date' }) readonly receivedOn: string;
  @ApiProperty({ format: 'date', description: 'TOOL: one month' }) readonly dueOn: string;
  @ApiProperty({ enum: STATES }) readonly state: AccessState;
  @ApiProperty({ type: NamedDto }) readonly preparedBy: NamedDto;
  @ApiProperty({ type: NamedDto, nullable: true }) readonly reviewedBy: NamedDto | null;
  @ApiProperty({ type: 'integer' }) readonly lines: number;
  @ApiProperty({ type: 'integer' }) readonly toReview: number;
}

class MayAnswerDto {
  @ApiProperty() readonly review: boolean;
  @ApiProperty() readonly refuse: boolean;
  @ApiProperty() readonly handOver: boolean;
  @ApiProperty() readonly download: boolean;
}

export class AccessRequestDto extends AccessRequestSummaryDto {
  @ApiProperty() readonly askedBy: string;
  @ApiProperty() readonly identityChecked: string;
  @ApiProperty({ type: [AccessLineDto] }) readonly items: readonly AccessLineDto[];
  @ApiProperty({ type: 'integer', description: 'For `If-Match`' }) readonly revision: number;
  @ApiProperty({ type: String, nullable: true }) readonly handedTo: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly handedHow: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly handedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly refusal: string | null;
  @ApiProperty({ type: MayAnswerDto }) readonly may: MayAnswerDto;
}

export class AccessRequestPageDto {
  @ApiProperty({ type: [AccessRequestSummaryDto] }) readonly items: readonly AccessRequestSummaryDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next: string | null;
}
