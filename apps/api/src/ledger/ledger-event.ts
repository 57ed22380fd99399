/** What happened, before it gets its aliases and its place. No personal data in here. */
export interface LedgerEvent {
  /** The declared act, or a finer name: `journal.step-completed`. */
  readonly type: string;
  readonly outcome: 'done' | 'refused';
  readonly purpose: string;
  /** The stream: this case, or the reader's own when absent. */
  readonly caseFileId?: string;
  /** Hex root over the payload's field commitments. */
  readonly commitment?: string;
  /** Code of a refusal. */
  readonly reason?: string;
  /** Cases that a list, a search or an export showed. */
  readonly shown?: readonly { readonly caseFileId: string; readonly commitment?: Buffer }[];
}

/** Where an event was written: its id in the record, and its row. */
export interface WrittenEvent {
  readonly id: string;
  readonly seq: string;
}
