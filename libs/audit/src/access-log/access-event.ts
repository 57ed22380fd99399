/** What the rules must know of one look. Times in epoch milliseconds. */
export interface AccessEvent {
  readonly at: number;
  /** The declared act, as the record has it: `case-file.read`. */
  readonly type: string;
  readonly purpose: string;
  readonly outcome: string;
  /** Shown among others, not opened. */
  readonly isListed: boolean;
  /** The reader's name; `null`: nobody knows any more who it was. */
  readonly reader: string | null;
  /** Whether the reader was of the case's team, led it or was assigned to it, at that moment. */
  readonly belongs: boolean;
  /** Different cases that the reader opened within `MANY.minutes` before or after, this one included. */
  readonly opened: number;
}
