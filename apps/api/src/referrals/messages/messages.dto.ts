import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsOptional } from 'class-validator';
import { PlainText } from '../../platform/answers/plain-text';
import { MESSAGE_SIDES, type MessageSide } from './message-state';

export class WriteMessageDto {
  @ApiProperty({ description: 'It changes nothing of how the referral stands: an answer is given as one' })
  @PlainText(1_000)
  readonly words: string;
}

/** Of the team: what it writes is sharing, and stands in the register. */
export class WriteToServiceDto extends WriteMessageDto {
  @ApiPropertyOptional({
    format: 'date-time',
    description:
      'When the newest message of the service was written that the writer has read: none of it waits any more, unless another came since',
  })
  @IsOptional()
  @IsISO8601({ strict: true })
  readonly readUntil?: string;
}

export class MarkReadDto {
  @ApiProperty({
    format: 'date-time',
    description: 'When the newest message of the service was written that stood on the page',
  })
  @IsISO8601({ strict: true })
  readonly readUntil: string;
}

export class ReferralMessageDto {
  @ApiProperty({ enum: MESSAGE_SIDES }) readonly from: MessageSide;
  @ApiProperty({
    ...{ type: String, nullable: true },
    description: 'Who; to the service, the team. null: a service by its link, or not open to this reader',
  })
  readonly by: string | null;
  @ApiProperty({ format: 'date-time' }) readonly at: string;
  @ApiProperty({ type: String, nullable: true, description: 'null: not open to this reader' })
  readonly words: string | null;
  @ApiProperty({
    ...{ type: String, format: 'date-time', nullable: true },
    description: 'When the other side first had it before it; null: it is new to them',
  })
  readonly seenAt: string | null;
}

export class ReferralMessagesDto {
  @ApiProperty({ type: [ReferralMessageDto], description: 'Oldest first' })
  readonly items: readonly ReferralMessageDto[];
  @ApiProperty({
    description: 'May write: until the service says no, the child is received, or the referral is over',
  })
  readonly mayWrite: boolean;
}
