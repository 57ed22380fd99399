import { ApiProperty } from '@nestjs/swagger';
import { LESSON_FAULTS, type LessonFault } from '@repere/training';
import { WordsDto } from '../../platform/answers/words.dto';

export class LessonFaultDto {
  @ApiProperty({
    enum: LESSON_FAULTS,
    description:
      '`names`: it speaks of what the version does not have. Else which of its runs goes otherwise',
  })
  readonly of: LessonFault['of'];
  @ApiProperty({ type: WordsDto }) readonly text: WordsDto;
}

export class TriedLessonDto {
  @ApiProperty({ example: 'first-night' }) readonly scenario: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ example: 'Silex', description: 'The fictional child' }) readonly child: string;
  @ApiProperty({
    type: [LessonFaultDto],
    description: 'What no longer goes as written, the first twenty; none: it can be taught as it is',
  })
  readonly faults: readonly LessonFaultDto[];
}

export class TriedOwnLessonsDto {
  @ApiProperty({
    type: 'integer',
    description:
      'Scenarios of trainers that speak of this protocol and can be played; a hundred at most, the last changed',
  })
  readonly total: number;
  @ApiProperty({ type: 'integer', description: 'How many were told, within the time that there is' })
  readonly tried: number;
  @ApiProperty({ type: 'integer', description: 'Of those, how many go otherwise than before' })
  readonly changed: number;
  @ApiProperty({ description: 'Trying was stopped, as it took too much: nothing is known' })
  readonly isStopped: boolean;
  @ApiProperty({
    type: [TriedLessonDto],
    description:
      'Those that whoever asks wrote, `scenario` being the id; of others there is the number alone',
  })
  readonly mine: readonly TriedLessonDto[];
}

export class TriedLessonsDto {
  @ApiProperty({ description: 'Of all there are; those beside `lessons` do not speak of this protocol' })
  readonly total: number;
  @ApiProperty({ description: 'Trying was stopped, as it took too much: nothing is known' })
  readonly isStopped: boolean;
  @ApiProperty({ type: [TriedLessonDto], description: 'Those to be written anew first' })
  readonly lessons: readonly TriedLessonDto[];
  @ApiProperty({ type: TriedOwnLessonsDto, description: 'What trainers of this service wrote' })
  readonly own: TriedOwnLessonsDto;
}

/** A draft that waits for approval or for being published, without its text. */
export class WaitingDraftDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly protocol: string;
  @ApiProperty({ type: String, nullable: true }) readonly version: string | null;
  @ApiProperty({ type: WordsDto, nullable: true }) readonly title: WordsDto | null;
}

/** An exercise that would go otherwise; how, the draft’s reviewers read. */
export class AffectedLessonDto {
  @ApiProperty({ example: 'first-night' }) readonly scenario: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ example: 'Inès', description: 'The fictional child' }) readonly child: string;
}

export class AffectedLessonsDto {
  @ApiProperty({ type: 'integer', description: 'How many there are' }) readonly total: number;
  @ApiProperty({
    type: 'integer',
    description: 'Of those how many speak of the protocol and were told, within the time that there is',
  })
  readonly tried: number;
  @ApiProperty({ description: 'Telling them was stopped, as it took too much: nothing is known' })
  readonly isStopped: boolean;
  @ApiProperty({ type: [AffectedLessonDto], description: 'Those that must be rewritten' })
  readonly changed: readonly AffectedLessonDto[];
}

/** What a draft would change of the exercises, for who teaches with them. */
export class DraftEffectDto {
  @ApiProperty({ type: AffectedLessonsDto, description: 'Those that came with the product' })
  readonly shipped: AffectedLessonsDto;
  @ApiProperty({
    type: AffectedLessonsDto,
    description: 'Those that whoever asks wrote and that speak of the protocol, `scenario` being the id',
  })
  readonly own: AffectedLessonsDto;
}
