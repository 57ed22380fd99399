import { ApiExtraModels, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Shown } from '@repere/cases';
import { IsOptional } from 'class-validator';
import { NamedDto } from '../../cases/page/case-file.dto';
import { PlainText } from '../../platform/answers/plain-text';
import { shownAs, shownText } from '../../platform/answers/shown';
import { IsDay } from '../../platform/requests/is-day';

export class HoldReasonDto {
  @ApiProperty()
  @PlainText(2_000)
  readonly reason: string;
}

export class HoldCaseDto extends HoldReasonDto {
  @ApiPropertyOptional({ format: 'date', description: 'When somebody looks whether it is still needed' })
  @IsOptional()
  @IsDay()
  readonly reviewOn?: string;
}

const SHOWN_TEXT = shownText('The words');
const SHOWN_PERSON = shownAs(NamedDto, 'The person');

@ApiExtraModels(NamedDto)
export class LegalHoldDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ format: 'uuid' }) readonly caseFileId: string;
  @ApiProperty() readonly reference: string;
  @ApiProperty(SHOWN_TEXT) readonly reason: Shown<string>;
  @ApiProperty(SHOWN_PERSON) readonly setBy: Shown<NamedDto>;
  @ApiProperty({ format: 'date-time' }) readonly setAt: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) readonly reviewOn: string | null;
  @ApiProperty({ ...SHOWN_PERSON, nullable: true }) readonly liftedBy: Shown<NamedDto> | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly liftedAt: string | null;
  @ApiProperty({ ...SHOWN_TEXT, nullable: true }) readonly whyLifted: Shown<string> | null;
}

export class LegalHoldPageDto {
  @ApiProperty({ type: [LegalHoldDto] }) readonly items: readonly LegalHoldDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next: string | null;
}
