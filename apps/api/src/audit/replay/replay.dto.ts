import { ApiProperty } from '@nestjs/swagger';
import type { KnownNow } from '@repere/audit';
import type { Deviation } from '@repere/case-engine';
import type { Shown } from '@repere/cases';
import { CaseFileDto, TimelineEntryDto } from '../../cases/page/case-file.dto';
import { PageOfCaseDto } from '../../cases/page/page-of-case';
import { shownText } from '../../platform/answers/shown';
import { WordsDto } from '../../platform/answers/words.dto';

export class ReplayDeviationDto {
  @ApiProperty({ enum: ['late', 'late-recording', 'waived', 'out-of-order', 'flag', 'rights-incident'] })
  readonly kind: Deviation['kind'];
  @ApiProperty({ type: WordsDto }) readonly text: WordsDto;
}

export class ReplayMomentDto {
  @ApiProperty({ description: '`seq` of the act, or an instant: for `at` of the page as it was known' })
  readonly at: string;
  @ApiProperty({ format: 'date-time' }) readonly when: string;
  @ApiProperty({ enum: ['act', 'late'] }) readonly kind: 'act' | 'late';
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({
    ...shownText('The name'),
    nullable: true,
    description: 'The name, or that it is redacted; `null`: time alone',
  })
  readonly by: Shown<string> | null;
  @ApiProperty({ type: [ReplayDeviationDto] }) readonly deviations: readonly ReplayDeviationDto[];
}

export class ReplayDto extends PageOfCaseDto {
  @ApiProperty({ format: 'date-time' }) readonly openedAt: string;
  @ApiProperty({ format: 'date-time' }) readonly now: string;
  @ApiProperty({ type: [ReplayMomentDto] }) readonly moments: readonly ReplayMomentDto[];
}

export class CaseAsKnownDto {
  @ApiProperty({ format: 'date-time' }) readonly when: string;
  @ApiProperty({ type: 'integer', description: 'The last act that was known' }) readonly seq: number;
  @ApiProperty({ type: CaseFileDto, description: 'As the page was then; `may` is false throughout' })
  readonly caseFile: CaseFileDto;
  @ApiProperty({ type: [TimelineEntryDto], description: 'What was recorded just then' })
  readonly entries: readonly TimelineEntryDto[];
  @ApiProperty({
    enum: ['identity', 'lead'],
    isArray: true,
    description: 'Changed since; shown as known now',
  })
  readonly knownNow: readonly KnownNow[];
}
