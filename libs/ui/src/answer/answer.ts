export const ANSWERS = ['yes', 'no', 'unknown', 'not-asked', 'refused'] as const;
/** What can be answered to a yes-no question. All five are answers; an empty line is none. */
export type Answer = (typeof ANSWERS)[number];
