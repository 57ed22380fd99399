import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { DEVIATION_GROUPINGS, type DeviationGrouping } from '@repere/audit';
import { DEADLINE_ORIGINS, type DeadlineOrigin } from '@repere/protocol';
import { DEVIATION_KINDS, type DeviationKind } from '@repere/case-engine';
import { IsIn, IsISO8601, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';

/** Name of a protocol or a step. */
const Name = (description: string): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ description }), IsOptional(), Matches(/^[a-z][a-z0-9_-]{0,79}$/));

/** A day that there is: 31/02 is refused. */
const Day = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ format: 'date', description }),
    IsOptional(),
    Matches(/^\d{4}-\d{2}-\d{2}$/),
    IsISO8601({ strict: true }),
  );

export class ConformanceFilterDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly team?: string;

  @Name('Name of a protocol')
  readonly protocol?: string;

  @Name('Name of a step of that protocol')
  readonly step?: string;

  @Day('First day of the period in which runs were opened')
  readonly from?: string;

  @Day('Its last day')
  readonly to?: string;
}

export class DeviationFilterDto extends ConformanceFilterDto {
  @ApiPropertyOptional({ enum: DEVIATION_KINDS })
  @IsOptional()
  @IsIn(DEVIATION_KINDS)
  readonly kind?: DeviationKind;

  @ApiPropertyOptional({ enum: DEADLINE_ORIGINS })
  @IsOptional()
  @IsIn(DEADLINE_ORIGINS)
  readonly origin?: DeadlineOrigin;

  @ApiPropertyOptional({ enum: ['no', 'yes'] })
  @IsOptional()
  @IsIn(['no', 'yes'])
  readonly judged?: 'no' | 'yes';

  @ApiPropertyOptional({ format: 'uuid', description: 'One case' })
  @IsOptional()
  @IsUUID()
  readonly caseFile?: string;

  @ApiPropertyOptional({
    description: 'Account id of who entered it, else of who leads the case; or `nobody`',
  })
  @IsOptional()
  @Matches(/^(nobody|[0-9a-f-]{36})$/)
  readonly person?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly cursor?: string;
}

export class DeviationGroupsFilterDto extends OmitType(DeviationFilterDto, ['cursor']) {
  @ApiProperty({ enum: DEVIATION_GROUPINGS })
  @IsIn(DEVIATION_GROUPINGS)
  readonly by: DeviationGrouping;
}
