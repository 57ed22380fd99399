import { ApiProperty } from '@nestjs/swagger';
import { ACCOUNT_ROLES, type AccountRole } from '@repere/access';
import type { Session, SignIn } from '@repere/cases';
import { IsIn } from 'class-validator';
import { PlainText } from '../platform/plain-text';

export class SignInDto implements SignIn {
  @ApiProperty({ maxLength: 200 })
  @PlainText(200)
  readonly login: string;

  @ApiProperty({ maxLength: 1000 })
  @PlainText(1000)
  readonly password: string;
}

export class LanguageDto {
  @ApiProperty({ enum: ['fr', 'en'] })
  @IsIn(['fr', 'en'])
  readonly language: 'fr' | 'en';
}

export class NamedDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly name: string;
}

class SessionAccountDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly name: string;
  @ApiProperty({ enum: ACCOUNT_ROLES, isArray: true }) readonly roles: readonly AccountRole[];
  @ApiProperty({ type: [NamedDto] }) readonly teams: readonly NamedDto[];
  @ApiProperty({ enum: ['fr', 'en'] }) readonly language: 'fr' | 'en';
}

export class SessionDto implements Session {
  @ApiProperty({ type: SessionAccountDto }) readonly account: SessionAccountDto;
  @ApiProperty({ format: 'date-time', description: 'Ends then without activity' }) readonly idleUntil: string;
  @ApiProperty({ format: 'date-time' }) readonly until: string;
}
