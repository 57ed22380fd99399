import { ApiProperty, ApiPropertyOptional, IntersectionType, OmitType, PickType } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { Part } from '../../platform/requests/nested-parts';
import { PageOfCaseDto } from '../../cases/page/page-of-case';
import { PreparedTermsDto } from './prepared-terms.dto';
import { PreparedReferralDto, SeenPreparedDto } from './seen-prepared.dto';

export class PrepareReferralDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'The account of a partner; or `serviceId`' })
  @IsOptional()
  @IsUUID()
  readonly accountId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'A service without account; or `accountId`' })
  @IsOptional()
  @IsUUID()
  readonly serviceId?: string;

  @ApiProperty({ type: PreparedTermsDto })
  @Part(() => PreparedTermsDto)
  readonly terms: PreparedTermsDto;
}

/** Over the version that was seen. */
export class ChangePreparedDto extends IntersectionType(
  PrepareReferralDto,
  PickType(SeenPreparedDto, ['version']),
) {}

export class KeptPreparedDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
}

export class DropPreparedDto extends OmitType(SeenPreparedDto, ['id']) {}

/** One that is taken up again, with all that was said of it. */
export class ResumedReferralDto extends PageOfCaseDto {
  @ApiProperty({ type: PreparedReferralDto }) readonly prepared: PreparedReferralDto;
  @ApiProperty({ type: PreparedTermsDto }) readonly terms: PreparedTermsDto;
}
