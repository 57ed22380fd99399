/** Values that the reader may not see are said to be withheld, never shown as empty. */
export interface Redacted {
  readonly withheld: true;
  /** Whom to ask. */
  readonly ask: string;
}
export type Shown<T> = T | Redacted;
