import { appendFileSync } from 'node:fs';

/** A work that we and somebody else did in one run, as `all.mjs` prints it. */
export interface Comparison {
  readonly work: string;
  readonly rival: string;
  /** What `ours` and `theirs` count: `requests/s`, `cases/s`. */
  readonly unit: string;
  readonly ours: number;
  readonly theirs: number;
  /** Milliseconds of CPU for one of them, database and all; left out where that is what is counted. */
  readonly cpu?: { readonly ours: number; readonly theirs: number };
  /** What ran beside Node. */
  readonly versions?: string;
}

/** Adds a row to the one table of `all.mjs`; does nothing where the bench runs by itself. */
export function addComparison(row: Comparison): void {
  const file = process.env['BENCH_ROWS'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(row)}\n`);
}
