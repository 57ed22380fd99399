import { ApiProperty, IntersectionType, PickType } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { NamedDto } from '../../cases/page/case-file.dto';
import { PageOfCaseDto } from '../../cases/page/page-of-case';
import { PlainText } from '../../platform/answers/plain-text';
import { OpenReferralDto, ReferralTermsDto } from '../referral.dto';

/** How a service without account is told who the child is. */
export const TOLD_BY = ['spoken', 'written'] as const;

export class TellServiceDto extends ReferralTermsDto {
  @ApiProperty({ description: 'What it was told, as it stands in the register of sharing' })
  @PlainText(4_000)
  readonly what: string;

  @ApiProperty({ enum: TOLD_BY, description: 'What is spoken is received at once' })
  @IsIn(TOLD_BY)
  readonly how: (typeof TOLD_BY)[number];
}

/** To a service that was not asked for a place before. */
export class ReferToServiceDto extends IntersectionType(
  TellServiceDto,
  PickType(OpenReferralDto, ['need', 'beforeYes', 'needId', 'prepared']),
) {
  @ApiProperty({ format: 'uuid', description: 'Of the directory, without account' })
  @IsUUID()
  readonly serviceId: string;
}

class OpenNeedDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ type: String, nullable: true, description: 'In words; null: not open to this reader' })
  readonly request: string | null;
}

/** A service of the directory, for who is about to tell it of a child. */
export class ServiceToTellDto extends PageOfCaseDto {
  @ApiProperty({ type: NamedDto }) readonly service: NamedDto;
  @ApiProperty({ type: [String] }) readonly phones: readonly string[];
  @ApiProperty({ description: 'A mail with a link leaves when it is told' }) readonly hasMail: boolean;
  @ApiProperty({ description: 'Referred to as an account, and not told here' }) readonly hasAccount: boolean;
  @ApiProperty({
    type: [OpenNeedDto],
    description: 'Needs of the case in words that nobody meets, or somebody is asked for',
  })
  readonly openNeeds: readonly OpenNeedDto[];
}
