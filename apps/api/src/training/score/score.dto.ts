import { ApiProperty } from '@nestjs/swagger';
import { AssessmentLimitDto } from '../group/assessment-limit.dto';
import { SCORE_PARTS, type ScorePart } from '@repere/training';
import { WordsDto } from '../../platform/answers/words.dto';
import { TRAINING_MODES, type TrainingMode } from '@repere/training';
import { ActBesideDto } from './beside/beside.dto';
import { HandlingDto } from './handling.dto';
import { ScoreMomentDto } from './moment.dto';
import { AnsweredQuestionDto } from '../questions/questions.dto';
import { WrittenReasonDto } from '../reasons/reasons.dto';

export class PartOfScoreDto {
  @ApiProperty({ enum: SCORE_PARTS }) readonly part: ScorePart;
  @ApiProperty() readonly points: number;
  @ApiProperty({ description: 'What could be won; 0: it only takes away' }) readonly of: number;
}

export class LostPointDto {
  @ApiProperty({ description: 'The same however often it is counted' }) readonly key: string;
  @ApiProperty({ enum: SCORE_PARTS }) readonly part: ScorePart;
  @ApiProperty() readonly points: number;
  @ApiProperty({ format: 'date-time', description: 'The moment that lost it, by the space’s clock' })
  readonly at: string;
  @ApiProperty({ type: String, nullable: true, format: 'uuid', description: 'The step’s run; null: no step' })
  readonly runId: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly step: string | null;
  @ApiProperty({
    type: [WordsDto],
    description: 'Protocols that ask for this act, missing once whichever they are; none: no step',
  })
  readonly protocols: readonly WordsDto[];
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty({ type: WordsDto }) readonly why: WordsDto;
  @ApiProperty({ type: [String], description: 'Codes of sources' }) readonly basis: readonly string[];
  @ApiProperty({ type: [WordsDto], description: 'What the scenario says of it' })
  readonly notes: readonly WordsDto[];
}

export class MetPointDto {
  @ApiProperty() readonly key: string;
  @ApiProperty({ type: WordsDto }) readonly title: WordsDto;
  @ApiProperty() readonly points: number;
  @ApiProperty({ format: 'date-time', description: 'When it was first so' }) readonly at: string;
  @ApiProperty({ type: [String], description: 'Codes of sources' }) readonly basis: readonly string[];
}

export class ScoreNoteDto {
  @ApiProperty({ type: WordsDto }) readonly says: WordsDto;
  @ApiProperty({ type: [String] }) readonly basis: readonly string[];
}

export class ScoreFiguresDto {
  @ApiProperty() readonly points: number;
  @ApiProperty() readonly of: number;
  @ApiProperty({ description: '0 to 100, rounded down' }) readonly percent: number;
  @ApiProperty({
    description: 'Points of what the story expects by a moment that has not come: in no other figure',
  })
  readonly open: number;
  @ApiProperty({ type: [PartOfScoreDto] }) readonly parts: readonly PartOfScoreDto[];
  @ApiProperty({ type: 'integer', description: 'Reasons that nobody rated: they count nothing' })
  readonly unratedReasons: number;
}

/** How the case of this space was handled beside its protocols and its scenario. Of a real case there is none. */
export class ScoreDto {
  @ApiProperty({ type: WordsDto, description: 'The scenario' }) readonly title: WordsDto;
  @ApiProperty({ enum: TRAINING_MODES }) readonly mode: TrainingMode;
  @ApiProperty({ description: 'Whether learners see all of it' }) readonly isShown: boolean;
  @ApiProperty({ description: 'Whether whoever asks leads here, and so rates reasons' })
  readonly mayRate: boolean;
  @ApiProperty({ format: 'uuid' }) readonly caseFileId: string;
  @ApiProperty({ format: 'date-time', description: 'When it was counted, by the space’s clock' })
  readonly now: string;
  @ApiProperty({ type: AssessmentLimitDto, nullable: true, description: 'null: no assessment' })
  readonly limit: AssessmentLimitDto | null;
  @ApiProperty({ type: 'integer', description: 'Acts after the end of an assessment: they count nothing' })
  readonly uncounted: number;
  @ApiProperty({ type: ScoreFiguresDto, nullable: true, description: 'null: not shown yet, remarks alone' })
  readonly figures: ScoreFiguresDto | null;
  @ApiProperty({ type: [LostPointDto], description: 'The earliest first' })
  readonly lost: readonly LostPointDto[];
  @ApiProperty({
    type: [WrittenReasonDto],
    description: 'Reasons that were written, for whoever sees all of it',
  })
  readonly reasons: readonly WrittenReasonDto[];
  @ApiProperty({ type: [ActBesideDto], description: 'The model run beside the class, the first 500 acts' })
  readonly beside: readonly ActBesideDto[];
  @ApiProperty({ type: HandlingDto, description: 'Empty where remarks alone are shown' })
  readonly handling: HandlingDto;
  @ApiProperty({ type: [MetPointDto] }) readonly met: readonly MetPointDto[];
  @ApiProperty({ type: [ScoreNoteDto], description: 'What is to be said about it together' })
  readonly debrief: readonly ScoreNoteDto[];
  @ApiProperty({ type: [AnsweredQuestionDto], description: 'Questions with all that was answered' })
  readonly questions: readonly AnsweredQuestionDto[];
  @ApiProperty({ type: [ScoreMomentDto], description: 'What was done, the first 500 acts' })
  readonly timeline: readonly ScoreMomentDto[];
}
