import { ApiProperty } from '@nestjs/swagger';
import type { Shown } from '@repere/cases';
import { DEADLINE_ORIGINS, type DeadlineOrigin } from '@repere/protocol';
import { IsBoolean, IsInt, Max, Min } from 'class-validator';
import { shownText } from '../../platform/answers/shown';
import { WordsDto } from '../../platform/answers/words.dto';

export class InboxItemDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ format: 'uuid' }) readonly caseFileId: string;
  @ApiProperty() readonly reference: string;
  @ApiProperty(shownText('The name')) readonly calledName: Shown<string>;
  @ApiProperty({ format: 'uuid' }) readonly runId: string;
  @ApiProperty() readonly step: string;
  @ApiProperty({ enum: ['step', 'approval'] }) readonly of: 'step' | 'approval';
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ enum: DEADLINE_ORIGINS }) readonly origin: DeadlineOrigin;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly dueAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly lateFrom: string | null;
  @ApiProperty() readonly atOnce: boolean;
  @ApiProperty({
    enum: ['follows', 'approves', 'on-duty'],
    description: 'Why this account was told: it follows the case, may approve, or nobody had answered',
  })
  readonly why: 'follows' | 'approves' | 'on-duty';
  @ApiProperty({ format: 'date-time', description: 'When this account was told' }) readonly at: string;
  @ApiProperty({ type: String, nullable: true, description: 'Who said that they see to it' })
  readonly answeredBy: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly answeredAt: string | null;
}

class DayWordDto {
  @ApiProperty({ format: 'date-time' }) readonly madeAt: string;
  @ApiProperty() readonly late: number;
  @ApiProperty() readonly today: number;
  @ApiProperty() readonly approvals: number;
}

export class RenewalDto {
  @ApiProperty() readonly item: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ description: 'It holds no more; else it ends soon' }) readonly isOver: boolean;
  @ApiProperty({ description: 'A version of the protocol that came into force since has ended it' })
  readonly isByVersion: boolean;
  @ApiProperty({ format: 'date', description: 'The last day on which its months hold' })
  readonly until: string;
}

export class DigestChoiceDto {
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 23, description: 'Where the account works' })
  @IsInt()
  @Min(0)
  @Max(23)
  readonly hour: number;

  @ApiProperty({ description: 'Whether the day’s word comes as a mail too' })
  @IsBoolean()
  readonly byMail: boolean;
}

export class RemindersDto {
  @ApiProperty({
    type: [InboxItemDto],
    description: 'Open ones, those without an answer first, newest first',
  })
  readonly items: readonly InboxItemDto[];
  @ApiProperty({ description: 'How many more there are than are listed' }) readonly more: number;
  @ApiProperty({ type: 'integer', description: 'Needs of children for which something waits to be done' })
  readonly needs: number;
  @ApiProperty({ type: DayWordDto, nullable: true, description: 'The day’s word, the last that was made' })
  readonly digest: DayWordDto | null;
  @ApiProperty({
    type: [RenewalDto],
    description: 'What this account should practise again; in a live space',
  })
  readonly renewals: readonly RenewalDto[];
  @ApiProperty({ type: DigestChoiceDto }) readonly choice: DigestChoiceDto;
  @ApiProperty({ description: 'Whether mails can leave here, and the account has an address' })
  readonly hasMail: boolean;
}
