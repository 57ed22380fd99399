/** A part of a list: of these, as many as fit. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Hand back as `cursor`; `null` at the end. */
  readonly next: string | null;
  /** How many there are in all, on this page or not, where the list counts them. */
  readonly total?: number;
}
