export const SAMPLING_METHODS = ['random', 'risk', 'all'] as const;
export type SamplingMethod = (typeof SAMPLING_METHODS)[number];

export const MISSION_STATES = ['draft', 'open', 'closed'] as const;
export type MissionState = (typeof MISSION_STATES)[number];

/** Answers to a question of the checklist; `unknown` is one, and never counts as `no`. */
export const CHECK_ANSWERS = ['yes', 'no', 'unknown', 'not-applicable'] as const;
export type CheckAnswer = (typeof CHECK_ANSWERS)[number];

export const FINDING_SEVERITIES = ['minor', 'serious', 'critical'] as const;
export type FindingSeverity = (typeof FINDING_SEVERITIES)[number];

export const FINDING_OUTCOMES = ['settled', 'not-upheld'] as const;
export type FindingOutcome = (typeof FINDING_OUTCOMES)[number];
