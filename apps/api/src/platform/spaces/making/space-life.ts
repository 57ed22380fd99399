/** How many training spaces one person has at once. */
export const MOST_SPACES = 6;
/** How many this installation has, of whomever: each is a database, with its room on the disk and its turn of every minute. */
export const MOST_IN_ALL = 100;
/** A space that nobody enters for so long goes by itself… */
export const IDLE_DAYS = 30;
/** …and says so for so long before. */
export const NOTICE_DAYS = 7;

/** When a row of `space` goes by itself, in SQL. */
export const ENDS_AT = `entered_at + interval '${String(IDLE_DAYS)} days'`;
