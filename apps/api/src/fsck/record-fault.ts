/**
 * What does not fit. `missing`: a row that must be there is gone. `extra`: one that nothing accounts for. `altered`: it is not
 * what was recorded. `forged`: not signed by the signer, or bound by no key of ours. `other-history`: the log is not the one
 * that a checkpoint was signed over. `rolled-back`: it is shorter than that.
 */
export type RecordFaultCode = 'missing' | 'extra' | 'altered' | 'forged' | 'other-history' | 'rolled-back';

/** One fault of the record, where it is. */
export interface RecordFault {
  readonly table: string;
  /** Primary key of the row, or of the first of them. */
  readonly key: string;
  readonly code: RecordFaultCode;
  /** One sentence. */
  readonly said: string;
}

/** Takes down what a check finds. */
export type Report = (finding: RecordFault) => void;

/** A checkpoint that somebody kept elsewhere, against which the log is held. */
export interface Pinned {
  /** Where it comes from: the file's name, or the signer's memory. */
  readonly from: string;
  readonly note: string;
}

/** What was looked at, and what was found. */
export interface RecordReport {
  readonly findings: readonly RecordFault[];
  /** More than are kept. */
  readonly found: number;
  readonly leaves: number;
  readonly checkpoints: number;
  readonly entries: number;
  readonly payloads: number;
  /** Rows of accounts, teams, grants and credentials that were derived from events and compared. */
  readonly rights: number;
  /** Entries and payloads whose key was destroyed: only that they were recorded can still be shown. */
  readonly erased: number;
  /** Events that still wait for their place. */
  readonly waiting: number;
  /** Where a server's clock was set back: the order of the log is not that of its times. No fault of the record. */
  readonly setBack: readonly { readonly leaf: number; readonly minutes: number }[];
}
