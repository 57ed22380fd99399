import type { ActName, Purpose } from '@repere/audit';
import type { Outcome } from '@repere/ledger';

/** What happened, before it gets its aliases and its commitment. */
export interface LedgerEvent {
  /** The declared act, or a finer name: `journal.step-completed`. */
  readonly type: ActName;
  readonly outcome: Outcome;
  readonly purpose: Purpose;
  /** The stream: this case, or the reader's own when absent. */
  readonly caseFileId?: string;
  /** The stream, when it is an act of an audit mission; with a case, that is what it is about and under whose key it is kept. */
  readonly missionId?: string;
  /** Open audit missions by which the cases are seen at all; the event commits to their aliases. */
  readonly byMissions?: readonly string[];
  /**
   * What the event commits to, by path; kept encrypted beside it. Not for a journal entry: its payload is in the
   * journal, so it hands in `commitment`, 64 hex digits, from `commitPayload`.
   */
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly commitment?: string;
  /** Codes of the rules that stood in the way of what was asked. */
  readonly stoppedBy?: readonly string[];
  /** Ids of the cases that a list, a search or an export showed, in their order. */
  readonly shown?: readonly string[];
}

/** Where an event was written: its id in the record, and its row. */
export interface WrittenEvent {
  readonly id: string;
  readonly seq: string;
}
