/** Values that the reader may not see are said to be redacted, never shown as empty. */
export interface Redacted {
  readonly redacted: true;
  /** Whom to ask. */
  readonly ask: string;
}
export type Shown<T> = T | Redacted;
