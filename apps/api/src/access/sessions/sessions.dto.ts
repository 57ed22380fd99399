import { ApiProperty } from '@nestjs/swagger';
import type { EndedSessions, OwnSession, OwnSessions, SessionTimes } from '@repere/cases';
import { IsUUID } from 'class-validator';
import { BROWSERS, SYSTEMS } from './device';
import { STRENGTHS } from './strength';

export class SessionTimesDto implements SessionTimes {
  @ApiProperty({ format: 'date-time', description: 'Machine time of this answer' }) readonly now: string;
  @ApiProperty({ format: 'date-time', description: 'Ends then without input' }) readonly idleUntil: string;
  @ApiProperty({ format: 'date-time', description: 'Ends then in any case' }) readonly until: string;
  @ApiProperty({ description: 'Seconds without input after which it ends' }) readonly idleSeconds: number;
}

export class OwnSessionDto implements OwnSession {
  @ApiProperty({ format: 'uuid', description: 'Names it in this list; opens nothing' }) readonly id: string;
  @ApiProperty({ description: 'The one that asks' }) readonly isThis: boolean;
  @ApiProperty({ enum: BROWSERS }) readonly browser: OwnSession['browser'];
  @ApiProperty({ enum: SYSTEMS }) readonly system: OwnSession['system'];
  @ApiProperty({ enum: STRENGTHS, description: 'How it was opened' })
  readonly strength: OwnSession['strength'];
  @ApiProperty({ format: 'date-time' }) readonly startedAt: string;
  @ApiProperty({ format: 'date-time', description: 'Last input' }) readonly lastSeenAt: string;
}

export class OwnSessionsDto implements OwnSessions {
  @ApiProperty({ format: 'date-time', description: 'Machine time of this answer' }) readonly now: string;
  @ApiProperty({ type: [OwnSessionDto] }) readonly items: readonly OwnSessionDto[];
}

export class EndSessionDto {
  // In the body: an address ends up in logs.
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly id: string;
}

export class EndedSessionsDto implements EndedSessions {
  @ApiProperty() readonly ended: number;
}
