import { ApiProperty } from '@nestjs/swagger';
import { STEP_MEANS, type StepMeans } from '@repere/cases';
import { ArrayMaxSize, IsArray, IsOptional, Matches, MaxLength } from 'class-validator';
import { Part } from '../../../platform/requests/nested-parts';
import { PlainText, PlainTexts } from '../../../platform/answers/plain-text';

const BASE64URL = /^[A-Za-z0-9_-]+$/;

/** Bytes in base64url, as WebAuthn's JSON has them. */
const Bytes =
  (max: number): PropertyDecorator =>
  (target, key) => {
    Matches(BASE64URL)(target, String(key));
    MaxLength(max)(target, String(key));
  };

export class PasskeyAssertionDto {
  @ApiProperty({ maxLength: 1400, description: 'base64url' }) @Bytes(1400) readonly id: string;
  @ApiProperty({ maxLength: 4000, description: 'base64url' }) @Bytes(4000) readonly clientDataJSON: string;
  @ApiProperty({ maxLength: 4000, description: 'base64url' }) @Bytes(4000) readonly authenticatorData: string;
  @ApiProperty({ maxLength: 4000, description: 'base64url' }) @Bytes(4000) readonly signature: string;
  @ApiProperty({ maxLength: 100, required: false, description: 'base64url' })
  @IsOptional()
  @Bytes(100)
  readonly userHandle?: string;
}

export class PasskeyAttestationDto {
  @ApiProperty({ maxLength: 1400, description: 'base64url' }) @Bytes(1400) readonly id: string;
  @ApiProperty({ maxLength: 4000, description: 'base64url' }) @Bytes(4000) readonly clientDataJSON: string;
  @ApiProperty({ maxLength: 20_000, description: 'base64url' })
  @Bytes(20_000)
  readonly attestationObject: string;
  @ApiProperty({ type: [String], maxItems: 10, required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @PlainTexts(30)
  readonly transports?: readonly string[];
}

export class StepProofDto {
  @ApiProperty({ required: false, description: 'Six digits of the authenticator app' })
  @IsOptional()
  @PlainText(20)
  readonly code?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @PlainText(40)
  readonly recoveryCode?: string;

  @ApiProperty({ required: false, type: PasskeyAssertionDto })
  @IsOptional()
  @Part(() => PasskeyAssertionDto)
  readonly passkey?: PasskeyAssertionDto;
}

export class StepUpDto extends StepProofDto {
  @ApiProperty({ required: false, description: 'Not with a passkey' })
  @IsOptional()
  @PlainText(1000)
  readonly password?: string;
}

/** A body without content: what is asked for is in the address. */
export class StepUpAskedDto {
  @ApiProperty({ enum: STEP_MEANS, isArray: true, description: 'Empty: the password alone' })
  readonly means: readonly StepMeans[];
}

export class SecondStepDueDto {
  @ApiProperty({ enum: STEP_MEANS, isArray: true }) readonly means: readonly StepMeans[];
  @ApiProperty({ format: 'date-time', description: 'After this one starts anew' }) readonly until: string;
}

export class PasskeyOptionsDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'For `navigator.credentials`: WebAuthn’s own JSON',
  })
  readonly options: Readonly<Record<string, unknown>>;
}
