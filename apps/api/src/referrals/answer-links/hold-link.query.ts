import { command, rows } from '../../platform/data/statement';

/** Holds the row of a link until the transaction ends: others wait. */
export const HOLD_LINK = {
  byId: command(`SELECT FROM answer_link WHERE id = $1 FOR UPDATE`),

  /** Whether this was not replaced or used. */
  live: rows<{ readonly isLive: boolean }>({ isLive: 'boolean' }).from(
    `SELECT live_mac($1) IS NOT NULL AS "isLive"`,
  ),

  byToken: rows<{ readonly id: string }>({ id: 'uuid' }).from(
    `SELECT id FROM answer_link WHERE token_hash = $1 FOR UPDATE`,
  ),
};
