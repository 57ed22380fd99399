import { ApiExtraModels, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  type AbsenceDefinition,
  DEADLINE_ORIGINS,
  type DeadlineOrigin,
  type DerivedText,
  type Limit,
  type OpensDefinition,
  type OutcomeDefinition,
  type ProtocolDocument,
  type SafeguardDefinition,
} from '@repere/protocol';
import { mapOf } from '../../platform/answers/described-maps';
import { WordsDto } from '../../platform/answers/words.dto';
import { CaseLineDto, DERIVED, FactDefinitionDto } from './fact-definition.dto';
import { CONTRADICTIONS, REASONS } from './shared-document.dto';
import { StepDefinitionDto } from './step-definition.dto';

class CallDefinitionDto {
  @ApiProperty({ type: WordsDto }) readonly who: WordsDto;
  @ApiPropertyOptional({ type: WordsDto }) readonly why?: WordsDto;
  @ApiProperty({ type: [String] }) readonly numbers: readonly string[];
}

class AbsenceDefinitionDto implements AbsenceDefinition {
  @ApiProperty({ description: 'Expression' }) readonly over: string;
  @ApiProperty({ description: 'The step that says when' }) readonly at: string;
  @ApiPropertyOptional({ description: 'The date since when' }) readonly since?: string;
  @ApiPropertyOptional({ description: 'The hour of that day' }) readonly hour?: string;
  @ApiPropertyOptional({ type: [CallDefinitionDto], description: 'Whom to call, in order' })
  readonly calls?: readonly CallDefinitionDto[];
}

class LimitDto implements Limit {
  @ApiProperty() readonly value: number;
  @ApiPropertyOptional({ enum: ['age'], description: 'The margin of a medical age' })
  readonly margin?: 'age';
  @ApiPropertyOptional() readonly unit?: string;
  @ApiProperty({ enum: ['never', 'higher', 'lower'] }) readonly overlay: Limit['overlay'];
  @ApiPropertyOptional({ enum: DEADLINE_ORIGINS }) readonly origin?: DeadlineOrigin;
  @ApiPropertyOptional({ description: 'Territory whose overlay makes it stricter' })
  readonly tightenedBy?: string;
  @ApiProperty({ type: [String] }) readonly basis: readonly string[];
}

class OpeningDelayDto {
  @ApiProperty({ description: 'A period' }) readonly after: string;
  @ApiProperty() readonly from: string;
  @ApiProperty({ enum: DEADLINE_ORIGINS }) readonly origin: DeadlineOrigin;
}

class OpensDefinitionDto implements OpensDefinition {
  @ApiProperty() readonly id: string;
  @ApiProperty() readonly protocol: string;
  @ApiPropertyOptional({ description: 'Expression' }) readonly when?: string;
  @ApiPropertyOptional({ description: 'Expression' }) readonly unless?: string;
  @ApiProperty() readonly again: boolean;
  @ApiPropertyOptional({ type: OpeningDelayDto }) readonly delay?: OpeningDelayDto;
  @ApiProperty({ type: [String] }) readonly basis: readonly string[];
}

export class RestDefinitionDto {
  @ApiProperty({ description: 'The step that decides it' }) readonly decidedBy: string;
  @ApiProperty({ enum: ['nothing', 'protective'] }) readonly keeps: 'nothing' | 'protective';
}

class OutcomeDefinitionDto implements OutcomeDefinition {
  @ApiProperty() readonly id: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ enum: ['full', 'less'] }) readonly protects: 'full' | 'less';
  @ApiPropertyOptional({ description: 'Expression' }) readonly when?: string;
  @ApiProperty() readonly otherwise: boolean;
  @ApiPropertyOptional({ type: WordsDto }) readonly note?: WordsDto;
  @ApiPropertyOptional({ type: RestDefinitionDto }) readonly rests?: RestDefinitionDto;
  @ApiPropertyOptional({ enum: ['adult'] }) readonly age?: 'adult';
}

class SameStepsDto {
  @ApiProperty({ type: [String] }) readonly whatever: readonly string[];
  @ApiPropertyOptional() readonly among?: string;
}

class SameOutcomeDto {
  @ApiProperty({ type: [String] }) readonly whatever: readonly string[];
  @ApiPropertyOptional({ description: 'Expression' }) readonly when?: string;
}

class OnlyAddsDto {
  @ApiProperty() readonly as: string;
  @ApiProperty() readonly below: string;
  @ApiProperty() readonly among: string;
}

class SafeguardDefinitionDto implements SafeguardDefinition {
  @ApiProperty() readonly id: string;
  @ApiPropertyOptional({ type: WordsDto }) readonly title?: WordsDto;
  @ApiPropertyOptional({ description: 'Expression' }) readonly always?: string;
  @ApiPropertyOptional({ description: 'Expression' }) readonly never?: string;
  @ApiPropertyOptional({ type: SameStepsDto }) readonly sameSteps?: SameStepsDto;
  @ApiPropertyOptional({ type: SameOutcomeDto }) readonly sameOutcome?: SameOutcomeDto;
  @ApiPropertyOptional({ type: OnlyAddsDto }) readonly onlyAdds?: OnlyAddsDto;
  @ApiPropertyOptional({ enum: ['outcome'] }) readonly forgetting?: 'outcome';
  @ApiPropertyOptional({ description: 'Territory whose overlay adds it' }) readonly overlay?: string;
  @ApiProperty({ type: [String] }) readonly basis: readonly string[];
}

/** `protocol.yaml` with its English, defaults filled, as the engine compiles it. */
@ApiExtraModels(LimitDto, FactDefinitionDto, CaseLineDto)
export class ProtocolDocumentDto implements ProtocolDocument {
  @ApiProperty() readonly protocol: string;
  @ApiProperty() readonly version: string;
  @ApiProperty() readonly code: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: WordsDto }) readonly purpose: WordsDto;
  @ApiProperty({ enum: ['one', 'many'] }) readonly runs: 'one' | 'many';
  @ApiProperty({ type: [String] }) readonly basis: readonly string[];
  @ApiPropertyOptional({ type: AbsenceDefinitionDto }) readonly absence?: AbsenceDefinitionDto;
  @ApiPropertyOptional({ enum: ['case'], description: 'Every new case starts with a run of it' })
  readonly opensWith?: 'case';
  @ApiPropertyOptional({ description: 'Doing its steps is not yet protecting' })
  readonly noticesOnly?: boolean;
  @ApiPropertyOptional({ enum: ['age'], description: 'What its outcome tells of the child' })
  readonly tells?: 'age';
  @ApiProperty(mapOf(LimitDto, 'By name')) readonly limits: Readonly<Record<string, LimitDto>>;
  @ApiProperty(mapOf(FactDefinitionDto, 'By id')) readonly facts: Readonly<Record<string, FactDefinitionDto>>;
  @ApiProperty(DERIVED) readonly derived: Readonly<Record<string, DerivedText>>;
  @ApiPropertyOptional({ ...REASONS, description: 'Closed lists of its own: by code, its words' })
  readonly reasons?: ProtocolDocument['reasons'];
  @ApiPropertyOptional(CONTRADICTIONS) readonly contradictions?: ProtocolDocument['contradictions'];
  @ApiProperty({ type: [StepDefinitionDto] }) readonly steps: readonly StepDefinitionDto[];
  @ApiProperty({ type: [OpensDefinitionDto] }) readonly opens: readonly OpensDefinitionDto[];
  @ApiProperty({ type: [OutcomeDefinitionDto] }) readonly outcomes: readonly OutcomeDefinitionDto[];
  @ApiProperty({ type: [SafeguardDefinitionDto] }) readonly safeguards: readonly SafeguardDefinitionDto[];
}
