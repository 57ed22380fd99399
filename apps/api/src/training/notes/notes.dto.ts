import { ApiProperty } from '@nestjs/swagger';
import { PlainText } from '../../platform/answers/plain-text';

export class AddTrainerNoteDto {
  @ApiProperty({ maxLength: 500, description: 'For whoever leads alone' })
  @PlainText(500)
  readonly words: string;
}

/** What whoever leads noted for themselves. */
export class TrainerNoteDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly words: string;
  @ApiProperty({ format: 'date-time', description: 'By the space’s clock' }) readonly at: string;
}
