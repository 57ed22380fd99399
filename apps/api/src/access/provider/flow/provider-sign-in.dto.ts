import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { PlainText } from '../../../platform/answers/plain-text';
import { WordsDto } from '../../../platform/answers/words.dto';

export class ProviderDto {
  @ApiProperty({ description: 'Stands in addresses' }) readonly key: string;
  @ApiProperty({ type: WordsDto, description: 'What the button says' }) readonly label: WordsDto;
}

export class BeginSignInDto {
  @ApiProperty({ required: false, description: 'Token of an administrator’s invitation' })
  @IsOptional()
  @Matches(/^[A-Za-z0-9_-]{43}$/)
  readonly invitation?: string;
}

export class GoToProviderDto {
  @ApiProperty({ format: 'uri', description: 'Where the browser goes now' }) readonly goTo: string;
}

export class LogoutTokenDto {
  @ApiProperty({ description: 'JWT (OpenID Connect Back-Channel Logout 1.0)' })
  @PlainText(8192)
  readonly logout_token: string;
}
