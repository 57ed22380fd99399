import { ApiProperty } from '@nestjs/swagger';
import { Matches, MaxLength } from 'class-validator';
import { WordsDto } from '../../platform/answers/words.dto';

export class AskedChoiceDto {
  @ApiProperty() readonly id: string;
  @ApiProperty({ type: WordsDto }) readonly says: WordsDto;
  @ApiProperty({ type: Boolean, nullable: true, description: 'null: not told yet' })
  readonly isRight: boolean | null;
  @ApiProperty({ type: WordsDto, nullable: true, description: 'Why; null: not told yet' })
  readonly because: WordsDto | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'How many learners gave it; null: not told' })
  readonly times: number | null;
}

/** A question of the scenario. */
export class ScenarioQuestionDto {
  @ApiProperty() readonly id: string;
  @ApiProperty({ type: WordsDto }) readonly ask: WordsDto;
  @ApiProperty({ type: [AskedChoiceDto] }) readonly choices: readonly AskedChoiceDto[];
  @ApiProperty({ type: [String], description: 'Codes of sources' }) readonly basis: readonly string[];
  @ApiProperty({
    ...{ type: String, nullable: true },
    description: 'What whoever leads answered for the class: it counts alone; null: nothing',
  })
  readonly forClass: string | null;
}

/** To be answered. */
export class AskedQuestionDto extends ScenarioQuestionDto {
  @ApiProperty({
    ...{ type: String, format: 'date-time', nullable: true },
    description: 'Since when it is asked, by the space’s clock; null: what it is about has not come yet',
  })
  readonly askedAt: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What whoever asks answered; null: nothing' })
  readonly own: string | null;
}

/** With all that was answered. */
export class AnsweredQuestionDto extends ScenarioQuestionDto {
  @ApiProperty({
    ...{ type: String, format: 'date-time', nullable: true },
    description: 'When the last answer that counts was given, by the space’s clock; null: there is none',
  })
  readonly answeredAt: string | null;
}

/** What no machine sees, and whoever leads ticks. */
export class TickedExpectationDto {
  @ApiProperty() readonly id: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: [String], description: 'Codes of sources' }) readonly basis: readonly string[];
  @ApiProperty({
    ...{ type: String, format: 'date-time', nullable: true },
    description: 'Until when it counts, by the space’s clock; null: to the end',
  })
  readonly until: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When it was ticked' })
  readonly seenAt: string | null;
}

export class ClassQuestionsDto {
  @ApiProperty({ description: 'Whether whoever asks leads here, and so answers for the class' })
  readonly isLeading: boolean;
  @ApiProperty({ format: 'date-time', description: 'By the space’s clock' }) readonly now: string;
  @ApiProperty({ description: 'The time of the assessment is over: nothing is answered any more' })
  readonly isOver: boolean;
  @ApiProperty({
    type: [AskedQuestionDto],
    description: 'Who learns is given those that are asked by now; whoever leads has them all',
  })
  readonly questions: readonly AskedQuestionDto[];
  @ApiProperty({ type: [TickedExpectationDto], description: 'For whoever leads' })
  readonly expectations: readonly TickedExpectationDto[];
}

export class AnswerQuestionDto {
  @ApiProperty({ maxLength: 64, description: 'One of the question’s choices' })
  @MaxLength(64)
  @Matches(/^[a-z0-9][a-z0-9-]*$/)
  readonly choice: string;
}
