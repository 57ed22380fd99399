import { ApiProperty } from '@nestjs/swagger';
import { WordsDto } from '../../platform/answers/words.dto';

/** A version that a scenario names, and that is not in force: what is practised is not what one is held to. */
export class OutOfForceDto {
  @ApiProperty({ example: 'lost-key' }) readonly protocol: string;
  @ApiProperty({ type: WordsDto, description: 'As the version in force is called' }) readonly title: WordsDto;
  @ApiProperty({ example: '1.0.0', description: 'That the scenario names' }) readonly version: string;
  @ApiProperty({ example: '2.0.0', description: 'In force here' }) readonly inForce: string;
}
