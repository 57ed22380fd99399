import { LearnerEntity } from './learner.entity';

/** Classes in training spaces. */
export const TRAINING_ENTITIES = [LearnerEntity] as const;
