import type { FactValues, Participant } from '@repere/protocol';
import type { Occurrence } from '@repere/feel';

/** What every entry of the journal carries. Times in epoch milliseconds. */
export interface EntryBase {
  /** Made by the client, so that a replay is recognised. UUID. */
  readonly id: string;
  /** Place in the case's journal: 1, 2, 3… */
  readonly seq: number;
  readonly occurredAt: Occurrence;
  /** The space's clock at the server. Replay "as known then" goes by this. */
  readonly recordedAt: number;
  readonly enteredBy: string;
}

/** A protocol is engaged. Pinned to its version for good, until `run-moved`. */
export interface RunOpened extends EntryBase {
  readonly kind: 'run-opened';
  readonly runId: string;
  readonly protocol: string;
  readonly version: string;
  /** What opened it: run, `opens` id and the entry that made its condition true. Absent when a person did. */
  readonly because?: { readonly runId: string; readonly opens: string; readonly entryId: string };
}

/** A step was done, once; a repeatable step has several. */
export interface StepCompleted extends EntryBase {
  readonly kind: 'step-completed';
  readonly runId: string;
  readonly step: string;
  readonly by: readonly Participant[];
  readonly values: FactValues;
  /** The row that this entry adds or is about. */
  readonly row?: { readonly id: string; readonly values: FactValues };
  /** "No other": closes the step's list. */
  readonly closes?: boolean;
  readonly reasons: readonly string[];
  readonly bestInterests?: string;
  readonly childView?: { readonly said: string } | { readonly whyNot: string };
  readonly evidence: Readonly<Record<string, { readonly reference: string; readonly place?: string }>>;
  readonly note?: string;
  /** A step that is done again after *to confirm*: the earlier entry is still right. */
  readonly confirms?: string;
  /** An act done in another run counts here too: that entry says what was done, when and by whom. Nothing is said anew. */
  readonly sameAs?: string;
  readonly outOfOrder?: string;
}

/** A second person agrees to exactly this entry. */
export interface EntryApproved extends EntryBase {
  readonly kind: 'entry-approved';
  readonly runId: string;
  readonly step: string;
  readonly entryId: string;
}

/** A second person sends it back; what had waited never takes effect, what was in effect is to be decided again. */
export interface EntryReturned extends EntryBase {
  readonly kind: 'entry-returned';
  readonly runId: string;
  readonly step: string;
  readonly entryId: string;
  readonly reason: string;
}

export interface StepWaived extends EntryBase {
  readonly kind: 'step-waived';
  readonly runId: string;
  readonly step: string;
  readonly reason: string;
  readonly note?: string;
}

/**
 * What an earlier entry said was wrong. From here on what this one names stands in its place; dependants are *to confirm*.
 * What was said before stays in the journal.
 */
export interface EntryAmended extends EntryBase {
  readonly kind: 'entry-amended';
  readonly runId: string;
  readonly step: string;
  readonly entryId: string;
  readonly values: FactValues;
  readonly row?: { readonly id: string; readonly values: FactValues };
  /** What else was wrong, each in the place of what was said: "no other", reasons, the words of a decision, evidence. */
  readonly closes?: boolean;
  readonly reasons?: readonly string[];
  readonly bestInterests?: string;
  readonly childView?: StepCompleted['childView'];
  readonly evidence?: StepCompleted['evidence'];
  readonly why: string;
  /** The decision was a slip of the hand, and `why` says what was true: it may then protect less without new facts (G08). */
  readonly enteredInError?: boolean;
  /** Corrected time of the amended act, if that was wrong. */
  readonly occurredInstead?: Occurrence;
}

/** Facts of the case told outside a step: a phone call, an event, the opening of the case. */
export interface FactsRecorded extends EntryBase {
  readonly kind: 'facts-recorded';
  readonly values: FactValues;
  /** The run whose own facts these are. Never from a command: only worked examples start from such facts. */
  readonly runId?: string;
  /** A row of a list of the case, by the list's fact id: one person around the child. */
  readonly list?: string;
  readonly row?: { readonly id: string; readonly values: FactValues };
  /** Whole lists, by fact id. Never from a command, as above. */
  readonly lists?: Readonly<
    Record<
      string,
      {
        readonly closed: boolean;
        readonly rows: readonly { readonly id: string; readonly values: FactValues }[];
      }
    >
  >;
  readonly note?: string;
}

/** A phone note or remark: changes nothing that the engine reads. */
export interface NoteAdded extends EntryBase {
  readonly kind: 'note-added';
  readonly note: string;
  /** What was changed beside the journal, and the note says why or to whom: who the child is, who leads. */
  readonly about?: 'identity' | 'lead' | 'lead-at-once';
  /** Somebody on call was rung up, as a step says; the note has their name and number. */
  readonly call?: CallMade;
}

/** A call to somebody on call. `whom`: which kind of contact, by its code. */
export interface CallMade {
  readonly runId: string;
  readonly step: string;
  readonly whom: string;
  readonly answered: boolean;
}

/**
 * From here on the run follows another version of its protocol, as if what was recorded had been recorded under it. The
 * journal keeps what was said under the old one, and reading "as of" before still shows that.
 */
export interface RunMoved extends EntryBase {
  readonly kind: 'run-moved';
  readonly runId: string;
  /** The version followed until now. */
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export type JournalEntry =
  | RunOpened
  | RunMoved
  | StepCompleted
  | EntryApproved
  | EntryReturned
  | StepWaived
  | EntryAmended
  | FactsRecorded
  | NoteAdded;
