import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { PlainText } from '../../../platform/answers/plain-text';
import { LINK_TOKEN } from '../mail/link-token';

export class ForgottenPasswordDto {
  @ApiProperty() @PlainText(200) readonly login: string;
}

export class LinkDto {
  @ApiProperty({ description: 'What stands behind # in the link of the mail' })
  @Matches(LINK_TOKEN)
  readonly token: string;
}

export class RedeemLinkDto extends LinkDto {
  @ApiProperty({ minLength: 15, maxLength: 128 }) @PlainText(1000) readonly password: string;
}

export class LinkStateDto {
  @ApiProperty({ enum: ['invitation', 'reset'] }) readonly kind: 'invitation' | 'reset';
  @ApiProperty() readonly login: string;
  @ApiProperty() readonly name: string;
  @ApiProperty({ enum: ['fr', 'en'] }) readonly language: 'fr' | 'en';
}
