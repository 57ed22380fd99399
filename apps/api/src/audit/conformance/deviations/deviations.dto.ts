import { ApiProperty } from '@nestjs/swagger';
import { JUDGEMENT_VERDICTS, JUDGEMENTS, type JudgementKind, type JudgementVerdict } from '@repere/audit';
import { DEADLINE_ORIGINS, type DeadlineOrigin } from '@repere/protocol';
import { DEVIATION_KINDS, type DeviationKind } from '@repere/case-engine';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import type { Shown } from '@repere/cases';
import { PlainText } from '../../../platform/answers/plain-text';
import { shownText } from '../../../platform/answers/shown';
import { WordsDto } from '../../../platform/answers/words.dto';
import { FollowedRulesDto, NamedTeamDto } from '../conformance.dto';

const SHOWN_TEXT = shownText('The words');

class JudgementDto {
  @ApiProperty({ enum: JUDGEMENTS }) readonly kind: JudgementKind;
  @ApiProperty(SHOWN_TEXT) readonly by: Shown<string>;
  @ApiProperty({ format: 'date-time' }) readonly at: string;
  @ApiProperty({ ...SHOWN_TEXT, nullable: true }) readonly text: Shown<string> | null;
}

export class DeviationItemDto {
  @ApiProperty() readonly key: string;
  @ApiProperty({ enum: DEVIATION_KINDS }) readonly kind: DeviationKind;
  @ApiProperty({ format: 'uuid' }) readonly caseFileId: string;
  @ApiProperty() readonly reference: string;
  @ApiProperty(shownText('The name'))
  readonly calledName: Shown<string>;
  @ApiProperty({ format: 'uuid' }) readonly runId: string;
  @ApiProperty() readonly step: string;
  @ApiProperty({ type: WordsDto }) readonly stepTitle: WordsDto;
  @ApiProperty() readonly protocol: string;
  @ApiProperty({ type: WordsDto }) readonly protocolTitle: WordsDto;
  @ApiProperty() readonly version: string;
  @ApiProperty({ format: 'date-time', description: 'From when it is one; of lateness, the due date' })
  readonly since: string;
  @ApiProperty({ type: Number, nullable: true, description: 'Whole days: how late, how long after' })
  readonly days: number | null;
  @ApiProperty({ enum: DEADLINE_ORIGINS, nullable: true }) readonly origin: DeadlineOrigin | null;
  @ApiProperty({ description: 'Still not done' }) readonly isOpen: boolean;
  @ApiProperty({ type: WordsDto }) readonly text: WordsDto;
  @ApiProperty({ type: [String] }) readonly basis: readonly string[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) readonly entryId: string | null;
  @ApiProperty({ ...SHOWN_TEXT, nullable: true }) readonly enteredBy: Shown<string> | null;
  @ApiProperty({ type: [JudgementDto] }) readonly judgements: readonly JudgementDto[];
  @ApiProperty() readonly mayExplain: boolean;
  @ApiProperty({ type: WordsDto, nullable: true, description: '`null`: the reader may judge it' })
  readonly mayNotJudge: WordsDto | null;
}

export class AboutDeviationsDto {
  @ApiProperty() readonly count: number;
  @ApiProperty({ description: 'Cases that were looked at' }) readonly cases: number;
  @ApiProperty({ type: [FollowedRulesDto] }) readonly rules: readonly FollowedRulesDto[];
  @ApiProperty({ type: [NamedTeamDto] }) readonly teams: readonly NamedTeamDto[];
}

export class DeviationPageDto {
  @ApiProperty({ type: [DeviationItemDto] }) readonly items: readonly DeviationItemDto[];
  @ApiProperty({ type: String, nullable: true }) readonly next: string | null;
  @ApiProperty({ type: AboutDeviationsDto, nullable: true, description: 'On the first page' })
  readonly about: AboutDeviationsDto | null;
}

/** Deviations of one kind that may be judged together; each keeps its own judgement. */
export class DeviationGroupDto {
  @ApiProperty({ enum: DEVIATION_KINDS }) readonly kind: DeviationKind;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Where they are put together by case',
  })
  readonly caseFileId: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly reference: string | null;
  @ApiProperty({ ...shownText('The name'), nullable: true }) readonly calledName: Shown<string> | null;
  @ApiProperty({ type: String, nullable: true, description: 'Account id or `nobody`, where by person' })
  readonly person: string | null;
  @ApiProperty({ ...shownText('The name'), nullable: true }) readonly personName: Shown<string> | null;
  @ApiProperty({ type: 'integer' }) readonly count: number;
  @ApiProperty({ type: 'integer', description: 'In so many cases' }) readonly cases: number;
}

export class DeviationGroupsDto {
  @ApiProperty({ type: [DeviationGroupDto] }) readonly groups: readonly DeviationGroupDto[];
  @ApiProperty({ description: 'Whether there are more groups than this' }) readonly isTruncated: boolean;
  @ApiProperty({ type: AboutDeviationsDto }) readonly about: AboutDeviationsDto;
}

const KEY = /^[a-z-]{1,30}:[0-9a-f-]{36}:[a-z0-9_]{1,80}(:[0-9a-f-]{36})?(:[0-9a-f]{8})?$/;

export class ExplainDeviationDto {
  @ApiProperty({ maxLength: 250 })
  @IsString()
  @MaxLength(250)
  @Matches(KEY)
  readonly key: string;

  @ApiProperty()
  @PlainText(2000, 3)
  readonly text: string;
}

export class JudgeDeviationDto extends ExplainDeviationDto {
  @ApiProperty({ enum: JUDGEMENT_VERDICTS })
  @IsIn(JUDGEMENT_VERDICTS)
  readonly verdict: JudgementVerdict;
}
