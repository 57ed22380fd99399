import { ApiProperty } from '@nestjs/swagger';
import { ACCOUNT_ROLES, type AccountRole } from '@repere/access';
import { IsUUID } from 'class-validator';

export class CastMemberDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly name: string;
  @ApiProperty({ enum: ACCOUNT_ROLES, isArray: true }) readonly roles: readonly AccountRole[];
}

export class PlayDto {
  @ApiProperty({ format: 'uuid', description: 'Whom to play: one of the space’s fictional staff' })
  @IsUUID()
  readonly accountId: string;
}
