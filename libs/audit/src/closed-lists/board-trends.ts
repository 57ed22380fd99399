/** What a supervisor sees change over weeks: when cases became late, and how long the first act that protects took. */
export const BOARD_TRENDS = ['late-week', 'first-act'] as const;
export type BoardTrend = (typeof BOARD_TRENDS)[number];

/** From the opening of a case to its first act that protects; `none`: there is none yet. */
export const FIRST_ACT_DELAYS = ['day', 'three-days', 'week', 'later', 'none'] as const;
export type FirstActDelay = (typeof FIRST_ACT_DELAYS)[number];
