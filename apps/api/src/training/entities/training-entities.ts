import { LearnerEntity } from './learner.entity';
import { ReasonRatingEntity } from './reason-rating.entity';
import { PresentationEntity } from './presentation.entity';
import { OwnScenarioEntity, OwnScenarioVersionEntity } from './own-scenario.entity';

/** Classes in training spaces, what they are shown, how their reasons were rated, and scenarios that trainers write. */
export const TRAINING_ENTITIES = [
  LearnerEntity,
  OwnScenarioEntity,
  OwnScenarioVersionEntity,
  PresentationEntity,
  ReasonRatingEntity,
] as const;
