/** After how many milliseconds PostgreSQL gives up what a request asked; 0: never. A request that is given up is told to try again. */
export interface DatabaseTimeouts {
  /** One statement. */
  readonly statement: number;
  /** Waiting for what another transaction holds. */
  readonly lock: number;
  /** A transaction in which nothing is asked: what it holds is let go of. */
  readonly idle: number;
}

export const TIMEOUTS: DatabaseTimeouts = { statement: 30_000, lock: 10_000, idle: 60_000 };

/** For maintenance by hand: it looks at everything, and whoever started it can end it. */
export const NO_TIMEOUTS: DatabaseTimeouts = { statement: 0, lock: 0, idle: 0 };

/** As they are told to PostgreSQL when a connection opens: every transaction of it has them. */
export const timeoutOptions = ({ statement, lock, idle }: DatabaseTimeouts) => ({
  statement_timeout: statement,
  lock_timeout: lock,
  idle_in_transaction_session_timeout: idle,
});
