import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { BROWSERS, SYSTEMS } from './device';
import { STRENGTHS } from '@repere/access';

export class SessionTimesDto {
  @ApiProperty({ format: 'date-time', description: 'Machine time of this answer' }) readonly now: string;
  @ApiProperty({ format: 'date-time', description: 'Ends then without input' }) readonly idleUntil: string;
  @ApiProperty({ format: 'date-time', description: 'Ends then in any case' }) readonly until: string;
  @ApiProperty({ description: 'Seconds without input after which it ends' }) readonly idleSeconds: number;
}

export class OwnSessionDto {
  @ApiProperty({ format: 'uuid', description: 'Names it in this list; opens nothing' }) readonly id: string;
  @ApiProperty({ description: 'The one that asks' }) readonly isThis: boolean;
  @ApiProperty({ enum: BROWSERS }) readonly browser:
    'chrome' | 'edge' | 'firefox' | 'opera' | 'safari' | 'other';
  @ApiProperty({ enum: SYSTEMS }) readonly system:
    'android' | 'ios' | 'linux' | 'macos' | 'windows' | 'other';
  @ApiProperty({ enum: STRENGTHS, description: 'How it was opened' })
  readonly strength: 'password' | 'two-factors' | 'passkey' | 'provider';
  @ApiProperty({ format: 'date-time' }) readonly startedAt: string;
  @ApiProperty({ format: 'date-time', description: 'Last input' }) readonly lastSeenAt: string;
}

export class OwnSessionsDto {
  @ApiProperty({ format: 'date-time', description: 'Machine time of this answer' }) readonly now: string;
  @ApiProperty({ type: [OwnSessionDto] }) readonly items: readonly OwnSessionDto[];
}

export class EndSessionDto {
  // In the body: an address ends up in logs.
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly id: string;
}

export class EndedSessionsDto {
  @ApiProperty() readonly ended: number;
}
