import { DUPLICATE_OUTCOMES, type DuplicateOutcome } from '@repere/cases';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { PlainText } from '../../platform/answers/plain-text';
import { WordsDto } from '../../platform/answers/words.dto';

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

export class DuplicateTaskPageDto {
  @ApiProperty({ type: [DuplicateTaskDto] }) readonly items: readonly DuplicateTaskDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next: string | null;
}

export class CloseTaskDto {
  @ApiProperty({ enum: DUPLICATE_OUTCOMES })
  @IsIn(DUPLICATE_OUTCOMES)
  readonly outcome: DuplicateOutcome;

  @ApiProperty()
  @PlainText(2_000)
  readonly note: string;
}
