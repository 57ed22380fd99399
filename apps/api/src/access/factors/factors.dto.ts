import { ApiProperty } from '@nestjs/swagger';
import { Part } from '../../platform/requests/nested-parts';
import { PlainText } from '../../platform/answers/plain-text';
import { PasskeyAttestationDto } from './second-step/proofs.dto';

class TotpDto {
  @ApiProperty({ format: 'date-time' }) readonly addedAt: string;
}

export class PasskeyDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly name: string;
  @ApiProperty({ format: 'date-time' }) readonly addedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly lastUsedAt: string | null;
  @ApiProperty({ description: 'Kept by a password manager, on several devices' }) readonly isSynced: boolean;
}

class RecoveryDto {
  @ApiProperty() readonly left: number;
  @ApiProperty({ format: 'date-time' }) readonly madeAt: string;
}

export class FactorsDto {
  @ApiProperty({ type: TotpDto, nullable: true }) readonly totp: TotpDto | null;
  @ApiProperty({ type: [PasskeyDto] }) readonly passkeys: readonly PasskeyDto[];
  @ApiProperty({ type: RecoveryDto, nullable: true }) readonly recovery: RecoveryDto | null;
  @ApiProperty({ description: 'The last factor can’t be removed' }) readonly isRequired: boolean;
}

export class TotpToConfirmDto {
  @ApiProperty({ description: 'Base32, for typing' }) readonly secret: string;
  @ApiProperty({ description: '`otpauth://`, for the QR code' }) readonly uri: string;
}

export class FactorAddedDto {
  @ApiProperty({ type: [String], nullable: true, description: 'With the first factor; shown this once' })
  readonly recoveryCodes: readonly string[] | null;
}

export class RecoveryCodesDto {
  @ApiProperty({ type: [String], description: 'Shown this once' }) readonly codes: readonly string[];
}

export class TotpCodeDto {
  @ApiProperty({ description: 'Six digits' })
  @PlainText(20)
  readonly code: string;
}

export class NewPasskeyDto {
  @ApiProperty()
  @PlainText(80)
  readonly name: string;

  @ApiProperty({ type: PasskeyAttestationDto })
  @Part(() => PasskeyAttestationDto)
  readonly passkey: PasskeyAttestationDto;
}

export class PasskeyNameDto {
  @ApiProperty()
  @PlainText(80)
  readonly name: string;
}
