import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  LEAD_AT_ONCE_REASONS,
  LEAD_REFUSALS,
  type LeadAtOnceReason,
  type LeadRefusal,
  type Shown,
} from '@repere/cases';
import { IsIn, IsISO8601, IsOptional, IsUUID } from 'class-validator';
import { PlainText } from '../../platform/answers/plain-text';
import { shownText } from '../../platform/answers/shown';

export class ProposeLeadDto {
  @ApiProperty({ format: 'uuid', description: 'Who is asked, of whatever team' })
  @IsUUID()
  readonly accountId: string;

  @ApiPropertyOptional({
    format: 'date-time',
    description: 'Until when they may answer; two working days unless said, 14 days at most (TOOL)',
  })
  @IsOptional()
  @IsISO8601({ strict: true })
  readonly until?: string;

  @ApiProperty({ description: 'Why, and what they need to know to decide' })
  @PlainText(2_000)
  readonly words: string;
}

export class RefuseLeadDto {
  @ApiProperty({ enum: LEAD_REFUSALS })
  @IsIn(LEAD_REFUSALS)
  readonly refusal: LeadRefusal;

  @ApiPropertyOptional({ description: 'Needed where the reason is another one' })
  @IsOptional()
  @PlainText(2_000)
  readonly words?: string;
}

export class NameLeadDto {
  @ApiProperty({ format: 'uuid', description: 'Somebody of the team of the case' })
  @IsUUID()
  readonly accountId: string;

  @ApiProperty({ enum: LEAD_AT_ONCE_REASONS, description: 'Why it can’t wait for their word' })
  @IsIn(LEAD_AT_ONCE_REASONS)
  readonly reason: LeadAtOnceReason;

  @ApiProperty()
  @PlainText(2_000)
  readonly words: string;
}

/** That somebody is asked to lead the case. Whoever leads it leads it until then. */
export class LeadProposalDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ enum: ['open', 'silent', 'refused'] }) readonly state: 'open' | 'silent' | 'refused';
  @ApiProperty(shownText('Who is asked')) readonly to: Shown<string>;
  @ApiProperty(shownText('Their teams')) readonly teams: Shown<string>;
  @ApiProperty(shownText('Who proposed it')) readonly by: Shown<string>;
  @ApiProperty({ format: 'date-time' }) readonly at: string;
  @ApiProperty({ format: 'date-time', description: 'TOOL; without an answer it is over then' })
  readonly until: string;
  @ApiProperty(shownText('Why it is proposed')) readonly words: Shown<string>;
  @ApiProperty({ enum: LEAD_REFUSALS, type: String, nullable: true })
  readonly refusal: LeadRefusal | null;
  @ApiProperty({ ...shownText('What was said with a refusal'), nullable: true })
  readonly answer: Shown<string> | null;
  @ApiProperty({ description: 'The reader is asked, and may answer' }) readonly mayAnswer: boolean;
  @ApiProperty({ description: 'The reader may take it back, or put it away' }) readonly mayClose: boolean;
}
