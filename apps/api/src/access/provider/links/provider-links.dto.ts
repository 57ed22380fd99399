import { ApiProperty } from '@nestjs/swagger';
import { IsUUID, Matches } from 'class-validator';
import { WordsDto } from '../../../platform/answers/words.dto';

export class ProviderLinkDto {
  @ApiProperty({ description: 'Stands in addresses' }) readonly provider: string;
  @ApiProperty({ type: WordsDto }) readonly label: WordsDto;
  @ApiProperty({ format: 'date-time', nullable: true, type: String, description: 'null: not linked' })
  readonly linkedAt: string | null;
  @ApiProperty({ description: 'By an administrator’s invitation' }) readonly invited: boolean;
}

export class ProviderLinksDto {
  @ApiProperty({ type: [ProviderLinkDto], description: 'Of every provider' })
  readonly items: readonly ProviderLinkDto[];
}

const KEY = /^[a-z][a-z0-9-]{0,30}$/;

export class BeginLinkDto {
  @ApiProperty({ description: 'Key of the provider' })
  @Matches(KEY)
  readonly provider: string;
}

export class InviteDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly accountId: string;

  @ApiProperty({ description: 'Key of the provider' })
  @Matches(KEY)
  readonly provider: string;
}

export class InvitedDto {
  @ApiProperty({ format: 'uri', description: 'Shown once; to be handed to whom it is for' })
  readonly link: string;
  @ApiProperty({ format: 'date-time' }) readonly until: string;
}
