import { ApiProperty } from '@nestjs/swagger';
import { ACCOUNT_ROLES, type AccountRole } from '@repere/access';
import { ProviderDto } from './provider/flow/provider-sign-in.dto';

class AboutSpaceDto {
  @ApiProperty({ type: String, nullable: true, description: 'null: the default live space' })
  readonly key: string | null;
  @ApiProperty({ enum: ['live', 'training'] }) readonly kind: 'live' | 'training';
  @ApiProperty() readonly title: string;
  @ApiProperty({ format: 'date-time', description: 'The space’s clock' }) readonly now: string;
}

class DemoAccountDto {
  @ApiProperty() readonly login: string;
  @ApiProperty() readonly password: string;
  @ApiProperty() readonly name: string;
  @ApiProperty({ enum: ACCOUNT_ROLES }) readonly role: AccountRole;
  @ApiProperty() readonly team: string;
}

export class AboutDto {
  @ApiProperty({ enum: ['Repère'] }) readonly name: 'Repère';
  @ApiProperty() readonly version: string;
  @ApiProperty({ type: AboutSpaceDto }) readonly space: AboutSpaceDto;
  @ApiProperty({ type: [ProviderDto] }) readonly providers: readonly ProviderDto[];
  @ApiProperty({ type: [DemoAccountDto], description: 'In demo mode only' })
  readonly demoAccounts: readonly DemoAccountDto[];
}
