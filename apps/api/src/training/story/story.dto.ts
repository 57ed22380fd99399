import { ApiProperty } from '@nestjs/swagger';
import { SlideDto } from '../presentation/presentation.dto';

/** Something of the story that has come about. */
export class ArrivedEventDto {
  @ApiProperty({ format: 'date-time', description: 'By the space’s clock' }) readonly at: string;
  @ApiProperty({ type: SlideDto }) readonly slide: SlideDto;
}

export class StoryDto {
  @ApiProperty({ type: [ArrivedEventDto], description: 'The newest first' })
  readonly arrived: readonly ArrivedEventDto[];
}
