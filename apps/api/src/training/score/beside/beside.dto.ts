import { ApiProperty } from '@nestjs/swagger';
import { WordsDto } from '../../../platform/answers/words.dto';

/** An act of the model run. */
export class ModelActDto {
  @ApiProperty({ format: 'date-time', description: 'By the clock of the story' }) readonly at: string;
  @ApiProperty({ type: WordsDto, nullable: true, description: 'Whose act it is; null: nobody’s' })
  readonly who: WordsDto | null;
  @ApiProperty({ type: WordsDto }) readonly what: WordsDto;
  @ApiProperty({ type: [WordsDto], description: 'What is answered and decided, one line each' })
  readonly said: readonly WordsDto[];
}

/** An act of the class. */
export class GroupActDto {
  @ApiProperty({ format: 'date-time', description: 'By the space’s clock' }) readonly at: string;
  @ApiProperty({ type: String, nullable: true, description: 'Who entered it: name in this space' })
  readonly who: string | null;
  @ApiProperty({ type: WordsDto }) readonly what: WordsDto;
  @ApiProperty({
    type: [WordsDto],
    description: 'What was answered and decided, one line each, long ones shortened',
  })
  readonly said: readonly WordsDto[];
  @ApiProperty({ description: 'More was written than `said` has: it stands at the step' })
  readonly isCut: boolean;
  @ApiProperty({ format: 'uuid' }) readonly runId: string;
  @ApiProperty() readonly step: string;
}

/** One act of the model run beside the same act of the class; one of them may be missing. */
export class ActBesideDto {
  @ApiProperty({ description: 'The same in both' }) readonly key: string;
  @ApiProperty({ type: WordsDto, description: 'The step' }) readonly title: WordsDto;
  @ApiProperty({ type: [String], description: 'Codes of sources' }) readonly basis: readonly string[];
  @ApiProperty({ type: ModelActDto, nullable: true, description: 'null: the model run does not do it' })
  readonly model: ModelActDto | null;
  @ApiProperty({ type: GroupActDto, nullable: true, description: 'null: the class did not do it' })
  readonly group: GroupActDto | null;
  @ApiProperty({ type: [String], description: 'Keys of what was lost at this step, told at its first act' })
  readonly lost: readonly string[];
}
