import { ApiProperty } from '@nestjs/swagger';
import { ACCOUNT_ROLES, type AccountRole } from '@repere/access';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsUUID } from 'class-validator';
import { NamedDto } from '../../sign-in/session.dto';

export class LastReviewDto {
  @ApiProperty({ format: 'date-time' }) readonly at: string;
  @ApiProperty() readonly by: string;
}

export class RightsDueDto {
  @ApiProperty({ format: 'uuid' }) readonly accountId: string;
  @ApiProperty() readonly login: string;
  @ApiProperty() readonly name: string;
  @ApiProperty({ enum: ACCOUNT_ROLES, isArray: true }) readonly roles: readonly AccountRole[];
  @ApiProperty({ type: [NamedDto] }) readonly teams: readonly NamedDto[];
  @ApiProperty({ format: 'date-time' }) readonly dueAt: string;
  @ApiProperty() readonly isOverdue: boolean;
  @ApiProperty({ type: LastReviewDto, nullable: true }) readonly lastReviewed: LastReviewDto | null;
}

export class RightsDueListDto {
  @ApiProperty({ type: [RightsDueDto] }) readonly items: readonly RightsDueDto[];
}

/** What the reviewer saw, and says of it. */
export class RightsReviewDto {
  @ApiProperty({ enum: ['confirmed', 'withdrawn'] })
  @IsIn(['confirmed', 'withdrawn'])
  readonly verdict: 'confirmed' | 'withdrawn';

  @ApiProperty({ enum: ACCOUNT_ROLES, isArray: true, description: 'As the reviewer saw them' })
  @IsIn(ACCOUNT_ROLES, { each: true })
  @ArrayUnique()
  @ArrayMaxSize(ACCOUNT_ROLES.length)
  @IsArray()
  readonly roles: readonly AccountRole[];

  @ApiProperty({ type: [String], format: 'uuid', description: 'As the reviewer saw them' })
  @IsUUID('all', { each: true })
  @ArrayUnique()
  @ArrayMaxSize(50)
  @IsArray()
  readonly teamIds: readonly string[];
}
