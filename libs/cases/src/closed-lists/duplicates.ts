/** What a supervisor may find out about two cases that look alike. */
export const DUPLICATE_OUTCOMES = ['same-child', 'other-child', 'not-known'] as const;
export type DuplicateOutcome = (typeof DUPLICATE_OUTCOMES)[number];
