import { ApiProperty } from '@nestjs/swagger';
import type { AccessEventKind, UnusualCode } from '@repere/audit';
import { NamedDto } from '../../cases/page/case-file.dto';
import { PlainText } from '../../platform/answers/plain-text';
import { PageOfCaseDto } from '../../cases/page/page-of-case';
import { WordsDto } from '../../platform/answers/words.dto';

export class AskWhyDto {
  @ApiProperty({ minLength: 1 })
  @PlainText(1_000)
  readonly question: string;
}

export class AnswerWhyDto {
  @ApiProperty({ minLength: 1 })
  @PlainText(2_000)
  readonly answer: string;
}

export class AskedDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
}

class UnusualDto {
  @ApiProperty({ enum: ['refused', 'break-glass', 'outside', 'same-name', 'many', 'night'] })
  readonly code: UnusualCode;
  @ApiProperty({ type: WordsDto }) readonly text: WordsDto;
}

export class AccessQuestionDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ format: 'date-time' }) readonly askedAt: string;
  @ApiProperty() readonly askedBy: string;
  @ApiProperty() readonly question: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly answeredAt: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly answer: string | null;
}

export class AccessEventDto {
  @ApiProperty({ description: 'Place in the record' }) readonly id: string;
  @ApiProperty({ format: 'date-time' }) readonly at: string;
  @ApiProperty({ type: NamedDto, nullable: true, description: '`null`: nobody knows any more' })
  readonly by: NamedDto | null;
  @ApiProperty({
    type: WordsDto,
    nullable: true,
    description: 'By which relation to the case they saw it then, or covered for it',
  })
  readonly as: WordsDto | null;
  @ApiProperty({ enum: ['opened', 'listed', 'exported', 'acted', 'refused'] }) readonly kind: AccessEventKind;
  @ApiProperty({ type: WordsDto }) readonly act: WordsDto;
  @ApiProperty({ type: WordsDto, description: 'What for' }) readonly purpose: WordsDto;
  @ApiProperty({ type: [UnusualDto] }) readonly unusual: readonly UnusualDto[];
  @ApiProperty({ type: [AccessQuestionDto] }) readonly questions: readonly AccessQuestionDto[];
  @ApiProperty() readonly mayAsk: boolean;
}

export class CaseAccessLogDto extends PageOfCaseDto {
  @ApiProperty({ type: [AccessEventDto], description: 'On the first page only, gravest first' })
  readonly unusual: readonly AccessEventDto[];
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'How many were searched for unusual ones; `null`: all',
  })
  readonly searched: number | null;
  @ApiProperty({ type: [AccessEventDto], description: 'Newest first' })
  readonly items: readonly AccessEventDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next: string | null;
}

export class QuestionToMeDto extends AccessQuestionDto {
  @ApiProperty() readonly reference: string;
  @ApiProperty({ format: 'date-time' }) readonly accessedAt: string;
  @ApiProperty({ type: WordsDto }) readonly act: WordsDto;
}

export class QuestionsToMeDto {
  @ApiProperty({ type: [QuestionToMeDto] }) readonly items: readonly QuestionToMeDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next: string | null;
}
