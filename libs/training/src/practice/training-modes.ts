/** `guided`: remarks as one goes; `practice`: feedback at the end; `assessment`: timed, and no hint. */
export const TRAINING_MODES = ['guided', 'practice', 'assessment'] as const;
export type TrainingMode = (typeof TRAINING_MODES)[number];
