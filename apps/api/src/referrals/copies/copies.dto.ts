import { ApiProperty, OmitType } from '@nestjs/swagger';
import { FIELD_CLASSES, type FieldClass } from '@repere/access';
import { Matches } from 'class-validator';
import { SharingBasisDto } from '../../privacy/sharing/sharing.dto';
import { WordsDto } from '../../platform/answers/words.dto';

/** SHA-256 in base64url. */
export const MARK = /^[A-Za-z0-9_-]{43}$/;

/** Lines that one list names; a preview of a case has fewer. */
export const MOST_LINES = 1_000;

export class SentLineDto {
  @ApiProperty({ description: 'The same as long as it says the same' }) readonly id: string;
  @ApiProperty({ enum: FIELD_CLASSES }) readonly fieldClass: FieldClass;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: WordsDto }) readonly shown: WordsDto;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Noted then, as the partner reads it',
  })
  readonly at: string | null;
}

export class ReferralPreviewDto {
  @ApiProperty({ type: [SentLineDto], description: 'Exactly what would be sent, in order' })
  readonly lines: readonly SentLineDto[];
  @ApiProperty({ description: 'To be sent with the referral: what was looked at is what leaves' })
  readonly mark: string;
}

export class ReferralAdditionsDto {
  @ApiProperty({ type: [SentLineDto], description: 'Recorded since, of what it carries, and not sent yet' })
  readonly lines: readonly SentLineDto[];
}

/** Why this line too, and who was told before it left; on the ground of the referral that it goes with. */
export class SendAdditionDto extends OmitType(SharingBasisDto, ['isBound']) {
  @ApiProperty({ example: 'A'.repeat(43), description: 'The line that is sent' })
  @Matches(MARK)
  readonly lineId: string;
}
