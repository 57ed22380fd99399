/** Runs SQL and gives the rows: on a connection of the recorder, or in a unit of work. */
export type Rows = <R>(sql: string, parameters?: unknown[]) => Promise<R[]>;
