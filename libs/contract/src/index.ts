import type { Redacted } from './types.gen';

export type { ApiRoutes } from './routes.gen';
export type * from './types.gen';

/** Something that this reader sees, or that it is there and not theirs to see. */
export type Shown<T> = T | Redacted;

/** A part of a list: of these, as many as fit. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Hand back as `cursor`; `null` at the end. */
  readonly next: string | null;
  /** How many there are in all, on this page or not, where the list counts them. */
  readonly total?: number;
}
