import { ApiProperty } from '@nestjs/swagger';
import { WordsDto } from '../../platform/answers/words.dto';

export class ScoreMomentDto {
  @ApiProperty({ format: 'date-time' }) readonly at: string;
  @ApiProperty({ type: String, nullable: true, description: 'Name in this space; null: the protocol itself' })
  readonly who: string | null;
  @ApiProperty({ type: WordsDto }) readonly what: WordsDto;
}
