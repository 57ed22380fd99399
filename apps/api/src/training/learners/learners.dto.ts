import { ApiProperty } from '@nestjs/swagger';
import { LEARNER_ROLES, type LearnerRole } from '@repere/access';
import { IsIn, Matches, MaxLength } from 'class-validator';
import { PlainText } from '../../platform/answers/plain-text';
import { AssessmentLimitDto } from '../group/assessment-limit.dto';
import { TRAINING_MODES, type TrainingMode } from '@repere/training';

export const LEARNER_STATES = ['waiting', 'admitted', 'refused'] as const;

export class LearnerDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ description: 'A nickname' }) readonly name: string;
  @ApiProperty({ enum: LEARNER_ROLES }) readonly role: LearnerRole;
  @ApiProperty({ enum: LEARNER_STATES }) readonly state: (typeof LEARNER_STATES)[number];
  @ApiProperty({ format: 'date-time' }) readonly askedAt: string;
  @ApiProperty({ description: 'Whether whoever leads issued a certificate' }) readonly isCertified: boolean;
}

export class JoinDto {
  @ApiProperty({
    example: 'K7PM2QXD',
    description: 'As it stands on the wall; blanks and hyphens do not count',
  })
  @MaxLength(20)
  @Matches(/^[A-Za-z0-9 -]{1,20}$/)
  readonly code: string;
}

export class JoinedDto {
  @ApiProperty({ example: '/s/7k2m9qpxab/formation/rejoindre' }) readonly path: string;
}

/** What a browser that came by the code finds. */
export class WaitingRoomDto {
  @ApiProperty({ description: 'Whether somebody new may ask' }) readonly isOpen: boolean;
  @ApiProperty({ enum: TRAINING_MODES }) readonly mode: TrainingMode;
  @ApiProperty({ type: AssessmentLimitDto, nullable: true, description: 'null: no assessment' })
  readonly limit: AssessmentLimitDto | null;
  @ApiProperty({ description: 'Whether whoever leads shows the score' }) readonly isScoreShown: boolean;
  @ApiProperty({ type: [LearnerDto], description: 'Who asked from this browser' })
  readonly learners: readonly LearnerDto[];
}

export class AskToJoinDto {
  @ApiProperty({ maxLength: 30, description: 'A nickname; nobody’s real name' })
  @PlainText(30)
  readonly name: string;

  @ApiProperty({ enum: LEARNER_ROLES })
  @IsIn(LEARNER_ROLES)
  readonly role: LearnerRole;
}
