import { ACCOUNT_ROLES, type AccountRole, LEARNER_ROLES, type LearnerRole } from '@repere/access';
import { CERTIFICATE_LENGTH } from '@repere/audit';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { PlainText } from '../../platform/answers/plain-text';
import { WordsDto } from '../../platform/answers/words.dto';

export class IssueCertificateDto {
  @ApiProperty({
    maxLength: 120,
    description: 'The real name: it stands on the certificate, and nowhere else',
  })
  @PlainText(120, 2)
  readonly name: string;

  @ApiPropertyOptional({
    description:
      'Of somebody who is not seen to have taken part: in what they did, as whoever leads says. It stands in the record of the space, not on the certificate',
  })
  @IsOptional()
  @PlainText(300, 3)
  readonly whyPresent?: string;
}

class PractisedDto {
  @ApiProperty() readonly protocol: string;
  @ApiProperty() readonly version: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
}

export class CheckCertificateDto {
  /** The text of the file. */
  @PlainText(CERTIFICATE_LENGTH)
  readonly file: string;
}

/** A certificate that holds, before it is taken in for anybody. */
export class CheckedCertificateDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ description: 'The real name on it' }) readonly name: string;
  @ApiProperty({ enum: LEARNER_ROLES }) readonly role: LearnerRole;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: [PractisedDto] }) readonly protocols: readonly PractisedDto[];
  @ApiProperty({ format: 'date' }) readonly practisedOn: string;
  @ApiProperty() readonly space: string;
  @ApiProperty() readonly trainer: string;
  @ApiProperty({ description: 'The key that signed it' }) readonly signer: string;
}

export class ImportCertificateDto extends CheckCertificateDto {
  @ApiProperty({ format: 'uuid', description: 'Whose it is' })
  @IsUUID()
  readonly accountId: string;

  @ApiPropertyOptional({ description: 'Where the names differ: why it is the same person' })
  @IsOptional()
  @PlainText(300, 3)
  readonly whySame?: string;
}

export const WITHDRAWAL_REASONS = ['wrong-person', 'not-practised', 'other'] as const;

export class WithdrawCertificateDto {
  @ApiProperty({ enum: WITHDRAWAL_REASONS })
  @IsIn(WITHDRAWAL_REASONS)
  readonly why: (typeof WITHDRAWAL_REASONS)[number];
}

export class HeldCertificateDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ enum: ACCOUNT_ROLES }) readonly role: AccountRole;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: [String], description: '`protocol version`' }) readonly protocols: readonly string[];
  @ApiProperty({ format: 'date' }) readonly practisedOn: string;
  @ApiProperty() readonly trainer: string;
  @ApiProperty({ description: 'Who took it in' }) readonly importedBy: string;
  @ApiProperty({ format: 'date-time' }) readonly importedAt: string;
}

export class ImportedCertificateDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
}
