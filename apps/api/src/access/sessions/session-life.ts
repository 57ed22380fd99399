/** Without input for this long a session ends. */
export const IDLE_MINUTES = 15;
/** After this a session ends, whatever is done in it. */
export const ABSOLUTE_HOURS = 8;

/** When a row of `session` ends without further input, and at the latest; by the database server's clock. */
export const IDLE_UNTIL = `session.last_seen_at + make_interval(mins => ${IDLE_MINUTES})`;
export const UNTIL = `session.created_at + make_interval(hours => ${ABSOLUTE_HOURS})`;

/** Whether a row of `session` is open at this moment. */
export const IS_OPEN = `${IDLE_UNTIL} > now() AND ${UNTIL} > now()`;
