import { ApiPropertyOptional, IntersectionType, OmitType, PartialType, PickType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { PlainText } from '../../platform/answers/plain-text';
import { OpenReferralDto, ReferralTermsDto } from '../referral.dto';
import { TOLD_BY } from '../told/tell-service.dto';

/** What of a referral is said already: any part of it may be missing until it is sent. */
export class PreparedTermsDto extends IntersectionType(
  // That nobody around the child works there is made sure of when it is sent.
  PartialType(OmitType(ReferralTermsDto, ['nobodyAroundWorksThere'])),
  PickType(OpenReferralDto, ['need', 'needId', 'beforeYes', 'leftOut']),
) {
  @ApiPropertyOptional({ description: 'What the service is asked for, or what it is told' })
  @IsOptional()
  @PlainText(4_000)
  readonly request?: string;

  @ApiPropertyOptional({
    ...{ type: 'integer', minimum: 1, maximum: 107 },
    description: 'To an account: how many days it is to be open, from when it is sent',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(107)
  readonly days?: number;

  @ApiPropertyOptional({ enum: TOLD_BY, description: 'To a service without account: how it is to be told' })
  @IsOptional()
  @IsIn(TOLD_BY)
  readonly how?: (typeof TOLD_BY)[number];

  @ApiPropertyOptional({ description: 'The need has no name in the directory' })
  @IsOptional()
  @IsBoolean()
  readonly isOtherNeed?: boolean;

  @ApiPropertyOptional({ description: 'It was said whether places are shown; with `classes`' })
  @IsOptional()
  @IsBoolean()
  readonly showsPlaces?: boolean;
}
