import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Age, Shown } from '@repere/cases';
import { IsIn, IsOptional } from 'class-validator';
import { shownText } from '../../platform/answers/shown';
import { DutyDto } from '../cover/cover.dto';
import { AGE, HasAge } from '../page/age.dto';
import { AnswerOfRoleDto } from '../page/case-file.dto';
import { WorkItemDto } from '../worklist/worklist.dto';

export class NightHandOverQueryDto {
  @ApiPropertyOptional({ enum: ['me', 'team'], default: 'me' })
  @IsOptional()
  @IsIn(['me', 'team'])
  readonly scope?: 'me' | 'team';
}

@HasAge()
export class NightHandOverCaseDto {
  @ApiProperty({ format: 'uuid' }) readonly caseFileId: string;
  @ApiProperty() readonly reference: string;
  @ApiProperty(shownText('The name')) readonly calledName: Shown<string>;
  @ApiProperty(AGE) readonly age: Shown<Age>;
  @ApiProperty({ type: AnswerOfRoleDto, nullable: true, description: '`null`: not known yet' })
  readonly danger: AnswerOfRoleDto | null;
  @ApiProperty({ description: 'A danger was seen that nobody has weighed since' })
  readonly isDangerSeen: boolean;
  @ApiProperty({ type: String, nullable: true }) readonly lead: string | null;
  @ApiProperty({ description: 'Whether something protects the child now, by its nature or by its time' })
  readonly isUrgent: boolean;
  @ApiProperty({ type: [WorkItemDto] }) readonly acts: readonly WorkItemDto[];
}

export class SendHandOverDto {
  @ApiProperty({ enum: ['me', 'team'], description: 'Whose cases are handed over' })
  @IsIn(['me', 'team'])
  readonly scope: 'me' | 'team';
}

export class HandOverSentDto {
  @ApiProperty({
    type: [String],
    description: 'Names of those on duty to whom a mail leaves that says nothing of it',
  })
  readonly told: readonly string[];
  @ApiProperty({ type: [String], description: 'Names of those who have no address: they are to be called' })
  readonly unreached: readonly string[];
}

/** A line that somebody answers whoever is on duty. */
export class DutyLineDto {
  @ApiProperty({ description: 'Name of the territory' }) readonly territory: string;
  @ApiProperty() readonly name: string;
  @ApiProperty({ type: [String], description: 'The first is called first' })
  readonly phones: readonly string[];
}

export class NightHandOverDto {
  @ApiProperty({ enum: ['me', 'team'], description: 'The scope that was used: `team` when nothing is mine' })
  readonly scope: 'me' | 'team';
  @ApiProperty({ format: 'date-time' }) readonly now: string;
  @ApiProperty({ format: 'date-time', description: 'The end of the night: what is due later stays out' })
  readonly until: string;
  @ApiProperty({ type: [DutyDto], description: 'Who is on duty between both' })
  readonly onDuty: readonly DutyDto[];
  @ApiProperty({ type: [DutyLineDto], description: 'Of the reader’s territories' })
  readonly dutyLines: readonly DutyLineDto[];
  @ApiProperty({ type: [NightHandOverCaseDto], description: 'What protects now first' })
  readonly cases: readonly NightHandOverCaseDto[];
  @ApiProperty({ description: 'Whether there is more than this' }) readonly isTruncated: boolean;
}
