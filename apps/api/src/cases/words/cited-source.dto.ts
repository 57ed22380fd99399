import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { WordsDto } from '../../platform/answers/words.dto';

class RenumberedDto {
  @ApiProperty() readonly was: string;
  @ApiProperty() readonly is: string;
  @ApiProperty({ description: 'Since when' }) readonly from: string;
}

/** A text of law, a fact of practice or an item of the report that something stands on. */
export class CitedSourceDto {
  @ApiProperty() readonly code: string;
  @ApiProperty({ type: WordsDto }) readonly text: WordsDto;
  @ApiPropertyOptional({ enum: ['A', 'B', 'C'] }) readonly confidence?: 'A' | 'B' | 'C';
  @ApiPropertyOptional({ description: 'Lines of the report' }) readonly lines?: string;
  @ApiPropertyOptional({ format: 'date', description: 'In force, or decided, on this day' })
  readonly inForce?: string;
  @ApiPropertyOptional({ type: [RenumberedDto] }) readonly aliases?: readonly RenumberedDto[];
}
