import { ApiProperty } from '@nestjs/swagger';
import { Equals } from 'class-validator';

/** What a service is asked or told of a child: never where somebody around the child would hear of it. */
export class NobodyAroundDto {
  @ApiProperty({
    ...{ type: Boolean, enum: [true] },
    description: 'Whoever asks or refers made sure: nobody around the child works there',
  })
  @Equals(true)
  readonly nobodyAroundWorksThere: true;
}
