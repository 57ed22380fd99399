import { ApiProperty } from '@nestjs/swagger';

export class CalendarFeedDto {
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'null: there is none' })
  readonly madeAt: string | null;
  @ApiProperty({ description: 'How often it was fetched' }) readonly fetches: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly fetchedAt: string | null;
}

export class MadeFeedDto {
  @ApiProperty({ description: 'The secret address, said this once' }) readonly address: string;
}
