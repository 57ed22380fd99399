import { ApiProperty } from '@nestjs/swagger';
import { ACCOUNT_ROLES, type AccountRole } from '@repere/access';
import { IsIn } from 'class-validator';
import { PlainText } from '../../platform/answers/plain-text';
import { SessionTimesDto } from '../sessions/sessions.dto';

export class SignInDto {
  @ApiProperty()
  @PlainText(200)
  readonly login: string;

  @ApiProperty()
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

class SessionAccountDto extends NamedDto {
  @ApiProperty({ enum: ACCOUNT_ROLES, isArray: true }) readonly roles: readonly AccountRole[];
  @ApiProperty({ type: [NamedDto] }) readonly teams: readonly NamedDto[];
  @ApiProperty({ enum: ['fr', 'en'] }) readonly language: 'fr' | 'en';
}

export class SessionDto extends SessionTimesDto {
  @ApiProperty({ format: 'uuid', description: 'Names it; opens nothing' }) readonly id: string;
  @ApiProperty({ type: SessionAccountDto }) readonly account: SessionAccountDto;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Key of the provider by which it was opened; null: here',
  })
  readonly provider: string | null;
  @ApiProperty({ description: 'A second factor has to be set up before anything else opens' })
  readonly mustEnrol: boolean;
}
