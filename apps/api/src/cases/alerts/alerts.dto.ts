import { ApiProperty } from '@nestjs/swagger';
import type { Shown } from '@repere/cases';
import { shownText } from '../../platform/answers/shown';
import { WordsDto } from '../../platform/answers/words.dto';

export class AlertItemDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ format: 'uuid' }) readonly caseFileId: string;
  @ApiProperty() readonly reference: string;
  @ApiProperty(shownText('The name'))
  readonly calledName: Shown<string>;
  @ApiProperty({ format: 'uuid' }) readonly runId: string;
  @ApiProperty() readonly step: string;
  @ApiProperty({ format: 'uuid' }) readonly entryId: string;
  @ApiProperty({ enum: ['flag', 'rights-incident'] }) readonly kind: 'flag' | 'rights-incident';
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: WordsDto }) readonly text: WordsDto;
  @ApiProperty({ format: 'date-time' }) readonly at: string;
}

export class AlertPageDto {
  @ApiProperty({ type: [AlertItemDto] }) readonly items: readonly AlertItemDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next: string | null;
}
