import type {
  AbsenceDefinition,
  DeadlineOrigin,
  DeadlineOwner,
  FactValue,
  FactValues,
  Requirement,
  RestDefinition,
  Role,
  StepKind,
  StepState,
} from '@repere/protocol';
import type { Occurrence, Territory, Text } from '@repere/feel';
import type {
  EntryAmended,
  EntryApproved,
  EntryBase,
  EntryReturned,
  FactsRecorded,
  JournalEntry,
  NoteAdded,
  RunMoved,
  RunOpened,
  StepCompleted,
  StepWaived,
} from './journal-entry';

/** Who entered something: an account, or the system acting by name (`system:recompute`). */
export interface Actor {
  readonly id: string;
  /** Roles held in this case; which one counts is decided by the step. */
  readonly roles: readonly Role[];
  /** Whether this actor is in charge of the case (the default right to enter a step). */
  readonly inCharge: boolean;
}

/** What somebody asks for. `decide` turns it into entries or says why not. The caller hands in ids and time. */
export type Command =
  | ({ readonly kind: 'open-run' } & Pick<RunOpened, 'protocol' | 'version'> & At)
  | ({ readonly kind: 'complete-step' } & Pick<StepCompleted, 'runId' | 'step' | 'values'> &
      Partial<
        Pick<
          StepCompleted,
          | 'by'
          | 'row'
          | 'closes'
          | 'reasons'
          | 'bestInterests'
          | 'childView'
          | 'evidence'
          | 'note'
          | 'confirms'
          | 'sameAs'
          | 'outOfOrder'
        >
      > &
      At)
  | ({ readonly kind: 'approve' } & Pick<EntryApproved, 'runId' | 'step' | 'entryId'>)
  | ({ readonly kind: 'return' } & Pick<EntryReturned, 'runId' | 'step' | 'entryId' | 'reason'>)
  | ({ readonly kind: 'waive' } & Pick<StepWaived, 'runId' | 'step' | 'reason' | 'note'>)
  | ({ readonly kind: 'amend' } & Omit<EntryAmended, 'kind' | 'runId' | 'step' | keyof EntryBase>)
  | ({ readonly kind: 'record-facts' } & Pick<FactsRecorded, 'values' | 'list' | 'row' | 'note'> & At)
  /** To another published version of its protocol. For a supervisor, with the reason in words. */
  | ({ readonly kind: 'move-run'; readonly version: string } & Pick<RunMoved, 'runId' | 'reason'>)
  | ({ readonly kind: 'add-note' } & Pick<NoteAdded, 'note' | 'about' | 'call'> & At);

/** When it happened; left out: now. */
interface At {
  readonly occurredAt?: Occurrence;
}

export interface DecideContext {
  readonly actor: Actor;
  /** The space's clock, epoch milliseconds. */
  readonly now: number;
  /** Hands out entry and run ids. */
  readonly newId: () => string;
  /** Published versions to use for runs that open by themselves: protocol → version in force. */
  readonly inForce: Readonly<Record<string, string>>;
}

export interface FoldContext {
  readonly now: number;
  readonly territory: Territory;
}

/** Why something was refused, in words for the screen and a code for programs. */
export interface Reason {
  /** `not-ready`, `waiting`, `not-applicable`, `own-approval`, `missing-field`, `invalid-value`, `requires`, … */
  readonly code: string;
  readonly text: Text;
  readonly step?: string;
  readonly runId?: string;
  /** Path of the field at fault: `values.made_on`. */
  readonly field?: string;
  /** Facts, steps or moments by name that would have to be otherwise: `majority`, `signs`. */
  readonly about?: readonly string[];
  readonly basis?: readonly string[];
  /** What the board counts of it each time. */
  readonly counted?: Requirement['counted'];
  /** Rows of a list that keep a requirement from being met, for the words that name them. */
  readonly rows?: { readonly list: string; readonly ids: readonly string[] };
}

export type Decision =
  | { readonly ok: true; readonly entries: readonly JournalEntry[] }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

export interface DeadlineView {
  readonly id: string;
  readonly runId: string;
  readonly step: string;
  /** `step`: the step itself; `approval`: the second person's. */
  readonly of: 'step' | 'approval';
  readonly origin: DeadlineOrigin;
  readonly owner: DeadlineOwner;
  readonly basis: readonly string[];
  /** Start of the period, epoch ms; `null`: the starting fact has no date yet ("date to enter"). */
  readonly from: number | null;
  readonly dueAt: number | null;
  /** When audit calls it late; later than `dueAt` for "at once". */
  readonly lateFrom: number | null;
  /** `within` was `at once`: on screen "sans délai". */
  readonly atOnce: boolean;
  /** When it would have been due, epoch ms, if that had passed before the case reached us: nobody's delay here. */
  readonly passedBefore?: number;
  /** Of a MEDICAL window that has closed: when, epoch ms, and what remains to be done. */
  readonly closedAt?: number;
  readonly remains?: Text;
  /** When it was met, epoch ms of what happened. */
  readonly metAt: number | null;
  /** Of a duty that comes again: when it was last done. This deadline is the next one, and is not met. */
  readonly lastDoneAt?: number;
  readonly reminders: readonly { readonly at: number; readonly do?: 'remind'; readonly tell?: Role }[];
}

export interface StepView {
  readonly id: string;
  readonly code: string;
  /** Of `parts.yaml`: the same act in every protocol that asks it. */
  readonly part?: string;
  readonly kind: StepKind;
  readonly title: Text;
  readonly state: StepState;
  readonly protective: boolean;
  readonly repeatable: boolean;
  /** Entries of this step that stand, oldest first. */
  readonly entryIds: readonly string[];
  /** The entry that waits for a second person. */
  readonly toApprove: string | null;
  /** What the decision in effect still lacks; given by completing the step once more with `confirms`. */
  readonly missingWords?: readonly ('best-interests' | 'child-view')[];
  /**
   * Kinds of evidence (`evidence:` of facts.yaml) that the entry to approve, else the latest in effect, does not bring yet.
   * Given by completing the step once more with `confirms`, or by an amendment. Holds nothing up but what protects less.
   */
  readonly missingEvidence?: readonly string[];
  readonly opensAt: number | null;
  /** The same act, done a short while ago in another run: it counts here by one command, `sameAs`. `at`: epoch ms. */
  readonly doneElsewhere?: {
    readonly entryId: string;
    readonly runId: string;
    readonly step: string;
    readonly at: number;
  };
  /** It needs the child, who is not there: nobody's work, and never late. The run of the absence, and the step that ends it. */
  readonly suspendedBy?: { readonly runId: string; readonly step: string };
  /** It was done, and what it was for holds no more: not begun, it would not apply now. What was done stays done. */
  readonly isOver?: true;
  /** It says that somebody was called: shown where it is said whom to call. */
  readonly saysCalled?: true;
  readonly deadline: DeadlineView | null;
  readonly approvalDeadline: DeadlineView | null;
}

export interface OutcomeView {
  readonly id: string;
  readonly title: Text;
  readonly protects: 'full' | 'less';
  readonly note: Text | null;
  /** After it the case is nobody's work, until something new is told. */
  readonly rests?: RestDefinition;
  /** A court has said so for good. */
  readonly age?: 'adult';
}

/** What a row of a list says, with this case's own figures; `lines` of the list's `says`, for who may see what they read. */
export interface RowSaysView {
  readonly list: string;
  readonly row: string;
  readonly lines: readonly number[];
  readonly text: Text;
}

export interface AbsenceView extends Omit<AbsenceDefinition, 'over' | 'calls'> {
  readonly isOver: boolean;
}

export interface RunView {
  readonly runId: string;
  readonly protocol: string;
  readonly version: string;
  readonly title: Text;
  readonly openedAt: number;
  readonly steps: readonly StepView[];
  readonly outcome: OutcomeView | null;
  /** What the outcome tells of the child. */
  readonly tells?: 'age';
  /** Of a run that is an absence: whether it goes on, the step that ends it, and its facts that say since when. */
  readonly absence?: AbsenceView;
  readonly says?: readonly RowSaysView[];
  /** Every step done, waived or not applicable. */
  readonly ended: boolean;
  /** Safeguards (`always`, `never`) that are exactly broken now. None in a protocol that is right: tell the supervisor. */
  readonly brokenSafeguards?: readonly SafeguardView[];
}

export interface SafeguardView {
  readonly id: string;
  readonly title: Text;
  readonly basis: readonly string[];
}

export interface Deviation {
  readonly kind: 'late' | 'late-recording' | 'waived' | 'out-of-order' | 'flag' | 'rights-incident';
  readonly runId: string;
  readonly step: string;
  readonly entryId: string | null;
  readonly origin?: DeadlineOrigin;
  readonly owner?: DeadlineOwner;
  /** For late ones: milliseconds. */
  readonly by?: number;
  readonly text: Text;
  readonly tell?: Role;
}

/** A fact as it stands, with where it comes from. */
export interface FactView {
  readonly fact: string;
  /** `null`: owned by the case. */
  readonly runId: string | null;
  readonly value: FactValue;
  /** Of a list, whose `value` is empty: its rows, and whether no other can come. */
  readonly rows?: readonly { readonly id: string; readonly values: FactValues }[];
  readonly isClosed?: boolean;
  readonly entryId: string;
  readonly seq: number;
}

export interface CaseView {
  readonly seq: number;
  readonly now: number;
  /** The last moments of today and of the seventh day after it where the case is handled, epoch ms. */
  readonly days: { readonly endOfToday: number; readonly endOfWeek: number };
  readonly runs: readonly RunView[];
  readonly facts: readonly FactView[];
  readonly deadlines: readonly DeadlineView[];
  readonly deviations: readonly Deviation[];
  /** Next moment at which time alone changes something; `null` if nothing is pending. */
  readonly nextChangeAt: number | null;
}

/** Why a step is as it is. */
export interface Explanation {
  readonly state: StepState;
  /** One sentence: "Possible après : Papiers vérifiés". */
  readonly summary: Text;
  readonly because: readonly {
    readonly text: Text;
    /** Its name in the protocol's conditions: `papers`, `majority`, `signs`, `outcome`. */
    readonly name?: string;
    /** Fact that the reason is about; its class tells the API whether to withhold it. */
    readonly fact?: string;
    readonly runId?: string;
    readonly step?: string;
    readonly basis: readonly string[];
    /** The step where the missing answer can be given. Never for a less protective door. */
    readonly opensWith?: { readonly runId: string; readonly step: string };
  }[];
  readonly basis: readonly string[];
}

/**
 * What the engine offers (functions of `case/`):
 *
 *   compileProtocols(shared, documents) → ProtocolSet          all expressions compiled once; throws on an unchecked document
 *   foldCase(set, journal, {now, territory}) → CaseState       cheap; views are computed when asked for
 *   applyEntry(state, entry) → CaseState                       one more entry, as foldCase would
 *   atTime(state, now) → CaseState                             the same journal at another time
 *   viewCase(state) → CaseView
 *   availableSteps(state) → {runId, step}[]
 *   decide(state, command, context) → Decision                 includes `run-opened` entries that the command brings about
 *   tick(state, context) → JournalEntry[]                      what time alone brings about (delayed `opens`)
 *   explain(state, runId, step) → Explanation
 *   entryAsCorrected(state, entryId) → StepCompleted           as it reads now, amendments applied
 *   readsAndWrites(set, protocol, version, step) → {reads, writes}   fact ids, for `If-Match`
 *   touches(state, entries, runId, step) → boolean             whether entries since a seq conflict with this step
 *   relevantFields(state, runId, step, values, row?) → Record<field, Truth>
 *   diffVersions(before, after, shared, titles?) → VersionDiff      what differs, in words (folder `versions/`)
 *   tryMove(state, runId, version) → RunTrial                  what moving a run would do; nothing is recorded
 *   runExample(set, example, territory) → string[]             mismatches of a worked example, in words
 *
 * `CaseState` is opaque to callers.
 */
export {};
