import { ApiProperty } from '@nestjs/swagger';

/** The time that an assessment has. The server holds it: what is done after its end is recorded, and counts nothing. */
export class AssessmentLimitDto {
  @ApiProperty({ type: 'integer', description: 'How long it takes' }) readonly minutes: number;
  @ApiProperty({
    ...{ type: String, format: 'date-time', nullable: true },
    description: 'When it ends or ended, by the machine’s clock; null: it was not begun',
  })
  readonly until: string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: '0: it is over; null: it was not begun' })
  readonly secondsLeft: number | null;
}
