import { ApiProperty } from '@nestjs/swagger';

/** A service that took a child gave more places than it said to have: to be confirmed by telephone. Nothing of how many more. */
export class CrowdedDto {
  @ApiProperty({ type: 'integer', description: 'Free places, as it said' }) readonly free: number;
}
