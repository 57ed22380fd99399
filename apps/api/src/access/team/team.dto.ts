import { ApiProperty } from '@nestjs/swagger';
import { ACCOUNT_ROLES, type AccountRole } from '@repere/access';

export class TeamMateDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly name: string;
  @ApiProperty({ enum: ACCOUNT_ROLES, isArray: true }) readonly roles: readonly AccountRole[];
  @ApiProperty({ type: [String], format: 'uuid' }) readonly teamIds: readonly string[];
}

export class TeamDto {
  @ApiProperty({ type: [TeamMateDto] }) readonly items: readonly TeamMateDto[];
}
