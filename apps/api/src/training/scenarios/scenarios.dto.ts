import { ApiProperty } from '@nestjs/swagger';
import { WordsDto } from '../../platform/answers/words.dto';
import { OutOfForceDto } from './out-of-force.dto';

export class ScenarioSummaryDto {
  @ApiProperty({ example: 'first-night' }) readonly id: string;
  @ApiProperty({ type: WordsDto, description: 'What happens, in a line' }) readonly title: WordsDto;
  @ApiProperty({ type: WordsDto }) readonly summary: WordsDto;
  @ApiProperty({ example: 'lost-key', description: 'The protocol that is practised' })
  readonly protocol: string;
  @ApiProperty({ example: 'Silex', description: 'The fictional child' }) readonly child: string;
  @ApiProperty({
    type: [String],
    description: 'All that it speaks of; the one that is practised comes first',
  })
  readonly protocols: readonly string[];
  @ApiProperty({ description: 'How long it takes with a class' }) readonly minutes: number;
  @ApiProperty({ type: [WordsDto], description: 'What one can do afterwards' })
  readonly objectives: readonly WordsDto[];
  @ApiProperty({ type: [OutOfForceDto], description: 'Versions that it names and that are not in force' })
  readonly outOfForce: readonly OutOfForceDto[];
}

export class ScenarioDto extends ScenarioSummaryDto {
  @ApiProperty({ description: "The file's text, to be played with the engine in the browser" })
  readonly yaml: string;
}
