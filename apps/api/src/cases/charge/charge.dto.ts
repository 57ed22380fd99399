import { ApiExtraModels, ApiProperty } from '@nestjs/swagger';
import type { Shown } from '@repere/cases';
import { DEADLINE_ORIGINS, type DeadlineOrigin } from '@repere/protocol';
import { shownAs, shownListOf } from '../../platform/answers/shown';
import { CitedSourceDto } from '../words/cited-source.dto';
import { WordsDto } from '../../platform/answers/words.dto';

/** A step of the case, where it is done. */
export class ChargeStepDto {
  @ApiProperty({ format: 'uuid' }) readonly runId: string;
  @ApiProperty() readonly step: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
}

export class ChargeDueStepDto extends ChargeStepDto {
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly dueAt: string | null;
  @ApiProperty({ description: 'Due without delay' }) readonly atOnce: boolean;
  @ApiProperty({ description: 'It should have been there by now' }) readonly isLate: boolean;
  @ApiProperty({ enum: DEADLINE_ORIGINS, nullable: true }) readonly origin: DeadlineOrigin | null;
}

/** The step that a letter does and that nobody has ended since it left. */
export class LetterOnItsWayDto extends ChargeStepDto {
  @ApiProperty({ format: 'date-time', description: 'When it left' }) readonly sentAt: string;
}

export class AuthorityDto {
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ description: 'The service itself: nobody else has to be asked' }) readonly isOurs: boolean;
  @ApiProperty({ type: WordsDto, description: 'Why it is competent now' }) readonly because: WordsDto;
  @ApiProperty({ type: [CitedSourceDto] }) readonly basis: readonly CitedSourceDto[];
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Since when it has the case; null: nothing says that it was seized',
  })
  readonly seizedAt: string | null;
  @ApiProperty({
    type: LetterOnItsWayDto,
    nullable: true,
    description: 'A letter that seizes it left, and its step is to be ended; null once it was seized',
  })
  readonly letter: LetterOnItsWayDto | null;
}

class UnknownFactDto {
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: ChargeStepDto, nullable: true, description: 'The step that asks for it' })
  readonly askedBy: ChargeStepDto | null;
}

/** Facts that nobody knows, of which an answer would make this authority competent. */
export class ChargeQuestionDto {
  @ApiProperty({ type: WordsDto }) readonly authority: WordsDto;
  @ApiProperty({ type: [UnknownFactDto] }) readonly facts: readonly UnknownFactDto[];
}

class ChargeLetterDto {
  @ApiProperty({ description: 'Name of its kind' }) readonly id: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
}

/** Something that was asked of an authority, or told to it. */
export class AskedOfAuthorityDto extends ChargeStepDto {
  @ApiProperty({ type: WordsDto, description: 'Whom' }) readonly to: WordsDto;
  @ApiProperty({ format: 'date-time', description: 'Since when' }) readonly at: string;
  @ApiProperty({ type: ChargeDueStepDto, nullable: true, description: 'The answer that is waited for' })
  readonly waitsFor: ChargeDueStepDto | null;
  @ApiProperty({ description: 'An answer is due at all: without, it is a notice' })
  readonly expectsAnswer: boolean;
  @ApiProperty({ type: WordsDto, description: 'What is done without an answer' })
  readonly silence: WordsDto;
  @ApiProperty({ type: [CitedSourceDto] }) readonly basis: readonly CitedSourceDto[];
}

/** Something that is to be asked now, and the letters that do it. */
export class ToAskAuthorityDto extends ChargeDueStepDto {
  @ApiProperty({ type: WordsDto, description: 'Whom' }) readonly to: WordsDto;
  @ApiProperty({ type: [ChargeLetterDto] }) readonly letters: readonly ChargeLetterDto[];
}

/** Who answers for the child beside who leads the case: the competent authority, and what is asked of whom. */
@ApiExtraModels(AuthorityDto, ChargeQuestionDto)
export class ChargeDto {
  @ApiProperty({
    ...shownAs(AuthorityDto, 'The competent authority'),
    nullable: true,
    description:
      'The competent authority, or that it is redacted; null: nothing that is known decides it yet',
  })
  readonly authority: Shown<AuthorityDto> | null;
  @ApiProperty(shownListOf(ChargeQuestionDto, 'What nobody knows, and would make another competent'))
  readonly open: Shown<readonly ChargeQuestionDto[]>;
  @ApiProperty({ type: [AskedOfAuthorityDto], description: 'The newest first' })
  readonly asked: readonly AskedOfAuthorityDto[];
  @ApiProperty({ type: [ToAskAuthorityDto], description: 'In the order of the file' })
  readonly toAsk: readonly ToAskAuthorityDto[];
}
