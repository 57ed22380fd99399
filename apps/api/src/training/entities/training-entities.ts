import { LearnerEntity } from './learner.entity';
import { OwnScenarioEntity, OwnScenarioVersionEntity } from './own-scenario.entity';

/** Classes in training spaces, and scenarios that trainers write. */
export const TRAINING_ENTITIES = [LearnerEntity, OwnScenarioEntity, OwnScenarioVersionEntity] as const;
