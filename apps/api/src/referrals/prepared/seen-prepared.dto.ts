import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsUUID, Max, Min } from 'class-validator';

/** A prepared referral as somebody saw it: what a colleague kept since is not sent, nor dropped, unseen. */
export class SeenPreparedDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly id: string;

  @ApiProperty({
    ...{ type: 'integer', minimum: 1, maximum: 1_000_000 },
    description: 'The version that was seen',
  })
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  readonly version: number;
}

/** Why it can not be sent to whom it is for: they are no more, somebody there is kept away, or the service has an account by now. */
export const PREPARED_BARS = ['gone', 'kept-away', 'has-account'] as const;
export type PreparedBar = (typeof PREPARED_BARS)[number];

/** Of one that is prepared: for whom, since when, by whom. */
export class PreparedReferralDto extends SeenPreparedDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The account of a partner' })
  readonly accountId: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'A service without account' })
  readonly serviceId: string | null;
  @ApiProperty({ description: 'What they are called; empty: no longer known here' }) readonly to: string;
  @ApiProperty({
    ...{ enum: PREPARED_BARS, type: String, nullable: true },
    description: 'Why it can not be sent to them now',
  })
  readonly bar: PreparedBar | null;
  @ApiProperty({ type: String, nullable: true, description: 'What they are asked for, once it is said' })
  readonly request: string | null;
  @ApiProperty({ description: 'Who kept it last' }) readonly by: string;
  @ApiProperty({ format: 'date-time' }) readonly at: string;
  @ApiProperty({ format: 'date-time', description: 'To be sent or dropped by then (TOOL: a day)' })
  readonly dueAt: string;
  @ApiProperty({ description: 'It is time to send it or to drop it' }) readonly isDue: boolean;
}
