import { LearnerEntity } from './learner.entity';
import { ReasonRatingEntity } from './reason-rating.entity';
import { OwnScenarioEntity, OwnScenarioVersionEntity } from './own-scenario.entity';

/** Classes in training spaces, how their reasons were rated, and scenarios that trainers write. */
export const TRAINING_ENTITIES = [
  LearnerEntity,
  OwnScenarioEntity,
  OwnScenarioVersionEntity,
  ReasonRatingEntity,
] as const;
