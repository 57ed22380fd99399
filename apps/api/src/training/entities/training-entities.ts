import { ExpectationTickEntity, QuestionAnswerEntity } from './class-answers.entity';
import { LearnerEntity } from './learner.entity';
import { ReasonRatingEntity } from './reason-rating.entity';
import { PresentationEntity } from './presentation.entity';
import { ArrivedEventEntity, StoryCourseEntity } from './story.entity';
import { TrainerNoteEntity } from './trainer-note.entity';
import { OwnScenarioEntity, OwnScenarioVersionEntity } from './own-scenario.entity';

/** Classes in training spaces, what they are shown, what came about, what they answered, how their reasons were rated, what was noted, and scenarios that trainers write. */
export const TRAINING_ENTITIES = [
  ArrivedEventEntity,
  ExpectationTickEntity,
  LearnerEntity,
  OwnScenarioEntity,
  OwnScenarioVersionEntity,
  PresentationEntity,
  QuestionAnswerEntity,
  ReasonRatingEntity,
  StoryCourseEntity,
  TrainerNoteEntity,
] as const;
