import { ApiProperty } from '@nestjs/swagger';
import {
  FINDING_OUTCOMES,
  FINDING_SEVERITIES,
  type FindingOutcome,
  type FindingSeverity,
  MISSION_STATES,
  type MissionState,
  RISK_KINDS,
  type RiskKind,
  type RiskReason,
  SAMPLING_METHODS,
  type SamplingMethod,
} from '@repere/audit';
import { WordsDto } from '../../platform/answers/words.dto';
import { ExaminationDto, MissionPlanDto } from './planning/mission-plan.dto';

export class NamedDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly name: string;
}

class ProtocolChoiceDto {
  @ApiProperty() readonly name: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
}

export class MissionChoicesDto {
  @ApiProperty({ type: [NamedDto] }) readonly teams: readonly NamedDto[];
  @ApiProperty({ type: [NamedDto] }) readonly auditors: readonly NamedDto[];
  @ApiProperty({ type: [ProtocolChoiceDto] }) readonly protocols: readonly ProtocolChoiceDto[];
  @ApiProperty({ format: 'date', description: 'Today by the clock of the space' }) readonly today: string;
}

export class FrameSizeDto {
  @ApiProperty({ description: 'Cases that the scope takes in' }) readonly size: number;
}

class ProgressDto {
  @ApiProperty() readonly cases: number;
  @ApiProperty() readonly examined: number;
  @ApiProperty() readonly findings: number;
  @ApiProperty() readonly openFindings: number;
}

export class MissionSummaryDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ example: 'M-7K4M-2QX' }) readonly reference: string;
  @ApiProperty() readonly title: string;
  @ApiProperty({ enum: MISSION_STATES }) readonly state: MissionState;
  @ApiProperty({ type: [NamedDto] }) readonly teams: readonly NamedDto[];
  @ApiProperty({ type: [NamedDto] }) readonly auditors: readonly NamedDto[];
  @ApiProperty({ format: 'date-time' }) readonly createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly openedAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly closedAt: string | null;
  @ApiProperty({ description: 'An auditor gets in until it closes' }) readonly isOpenToMe: boolean;
  @ApiProperty({ type: ProgressDto, nullable: true }) readonly progress: ProgressDto | null;
}

export class MissionListDto {
  @ApiProperty({ type: [MissionSummaryDto] }) readonly items: readonly MissionSummaryDto[];
}

class RiskReasonDto implements RiskReason {
  @ApiProperty({ enum: RISK_KINDS }) readonly kind: RiskKind;
  @ApiProperty() readonly count: number;
  @ApiProperty() readonly points: number;
}

export class MissionCaseDto {
  @ApiProperty({ format: 'uuid' }) readonly caseFileId: string;
  @ApiProperty() readonly reference: string;
  @ApiProperty({ description: 'Name of the case in the record and in the frame' }) readonly alias: string;
  @ApiProperty({ minimum: 1 }) readonly place: number;
  @ApiProperty({ type: Number, nullable: true }) readonly score: number | null;
  @ApiProperty({ type: [RiskReasonDto] }) readonly reasons: readonly RiskReasonDto[];
  @ApiProperty({ type: ExaminationDto }) readonly examination: ExaminationDto;
  @ApiProperty({ type: NamedDto, nullable: true }) readonly examinedBy: NamedDto | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly examinedAt: string | null;
  @ApiProperty({ description: 'For `If-Match`' }) readonly revision: number;
}

class SamplingDto {
  @ApiProperty({ enum: SAMPLING_METHODS }) readonly method: SamplingMethod;
  @ApiProperty({ type: String, nullable: true }) readonly seed: string | null;
  @ApiProperty({ description: 'Handed in rather than drawn by the server' }) readonly seedGiven: boolean;
  @ApiProperty({ type: [String], description: 'Aliases of the cases that could be drawn, sorted' })
  readonly frame: readonly string[];
  @ApiProperty({ description: 'SHA-256 of the frame, one alias a line; 64 hex digits' })
  readonly frameHash: string;
}

class FindingCaseDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly reference: string;
}

class FindingAnsweredDto {
  @ApiProperty() readonly text: string;
  @ApiProperty({ format: 'date-time' }) readonly at: string;
  @ApiProperty({ type: NamedDto }) readonly by: NamedDto;
}

class FindingClosedDto {
  @ApiProperty({ enum: FINDING_OUTCOMES }) readonly outcome: FindingOutcome;
  @ApiProperty() readonly note: string;
  @ApiProperty({ format: 'date-time' }) readonly at: string;
  @ApiProperty({ type: NamedDto }) readonly by: NamedDto;
}

class FindingMayDto {
  @ApiProperty() readonly answer: boolean;
  @ApiProperty() readonly close: boolean;
}

export class FindingDto {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ example: 'M-7K4M-2QX/3' }) readonly reference: string;
  @ApiProperty({ format: 'uuid' }) readonly missionId: string;
  @ApiProperty({ type: FindingCaseDto, nullable: true }) readonly caseFile: FindingCaseDto | null;
  @ApiProperty({ enum: FINDING_SEVERITIES }) readonly severity: FindingSeverity;
  @ApiProperty() readonly expected: string;
  @ApiProperty() readonly happened: string;
  @ApiProperty({ type: Number, nullable: true }) readonly days: number | null;
  @ApiProperty() readonly evidence: string;
  @ApiProperty({ type: NamedDto }) readonly author: NamedDto;
  @ApiProperty({ format: 'date-time' }) readonly raisedAt: string;
  @ApiProperty({ type: NamedDto }) readonly owner: NamedDto;
  @ApiProperty({ format: 'date' }) readonly dueOn: string;
  @ApiProperty({ type: FindingAnsweredDto, nullable: true }) readonly answer: FindingAnsweredDto | null;
  @ApiProperty({ type: FindingClosedDto, nullable: true }) readonly closing: FindingClosedDto | null;
  @ApiProperty({ description: 'For `If-Match`' }) readonly revision: number;
  @ApiProperty({ type: FindingMayDto }) readonly may: FindingMayDto;
}

export class FindingListDto {
  @ApiProperty({ type: [FindingDto] }) readonly items: readonly FindingDto[];
}

class MissionMayDto {
  @ApiProperty() readonly change: boolean;
  @ApiProperty() readonly open: boolean;
  @ApiProperty() readonly close: boolean;
  @ApiProperty() readonly examine: boolean;
  @ApiProperty() readonly raise: boolean;
}

export class MissionDto extends MissionSummaryDto {
  @ApiProperty({ description: 'For `If-Match`' }) readonly revision: number;
  @ApiProperty({ type: MissionPlanDto }) readonly plan: MissionPlanDto;
  @ApiProperty({ type: 'object', additionalProperties: { $ref: '#/components/schemas/WordsDto' } })
  readonly protocolTitles: Readonly<Record<string, WordsDto>>;
  @ApiProperty({ type: NamedDto }) readonly createdBy: NamedDto;
  @ApiProperty({ type: NamedDto, nullable: true }) readonly openedBy: NamedDto | null;
  @ApiProperty({ type: NamedDto, nullable: true }) readonly closedBy: NamedDto | null;
  @ApiProperty({ type: SamplingDto, nullable: true }) readonly sampling: SamplingDto | null;
  @ApiProperty({ type: [MissionCaseDto] }) readonly cases: readonly MissionCaseDto[];
  @ApiProperty({ type: 'integer', description: 'Cases drawn that are not there for the reader' })
  readonly hiddenCases: number;
  @ApiProperty({ type: [FindingDto] }) readonly findings: readonly FindingDto[];
  @ApiProperty({ type: [NamedDto] }) readonly owners: readonly NamedDto[];
  @ApiProperty({ type: MissionMayDto }) readonly may: MissionMayDto;
}

export class ExaminedDto {
  @ApiProperty({ description: 'For the next `If-Match`' }) readonly revision: number;
  @ApiProperty() readonly done: boolean;
}
