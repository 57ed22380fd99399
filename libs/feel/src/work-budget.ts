import { type Text, text } from './value';

/** How many `some`, `every`, `count`, `last` may stand in each other: rows are looked at once for each row outside. */
export const MOST_NESTED = 2;

/** Rows that the evaluation of one condition may look at, all loops in it together: some tens of milliseconds. */
export const MOST_STEPS = 1_000_000;

/**
 * A condition looks at more rows than its budget allows. An outcome of its own: neither true nor false nor unknown, so
 * whatever asked for it is refused.
 */
export class TooMuchWorkError extends Error {
  override readonly name = 'TooMuchWorkError';
  readonly reason: Text = text(
    'Une condition demande trop de calculs : elle n’est ni vraie ni fausse, rien n’est décidé.',
    'A condition takes too much work: it is neither true nor false, nothing is decided.',
  );

  constructor() {
    super('a condition takes too many steps');
  }
}

/** Loops that are running in each other, conditions of conditions included, and what is left for them together. */
let running = 0;
let left = 0;

/** A loop over rows begins; the outermost gets the whole budget. Each call has its `endLoop`, whatever is thrown between. */
export function beginLoop(): void {
  if (running++ === 0) left = MOST_STEPS;
}

export function endLoop(): void {
  running--;
}

/** One row is looked at, or what costs as much as so many rows. Throws `TooMuchWorkError` beyond the budget. */
export function spend(steps = 1): void {
  if ((left -= steps) < 0 && running > 0) throw new TooMuchWorkError();
}
