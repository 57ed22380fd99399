import type { Occurrence, Territory } from '../time/contract';
import type { MomentSpan } from '../time/moments';
import type { ChecklistAnswers, FactValue, FactValues, ListValue, NonAnswer, Value } from '../value';
import type { EntryAmended, JournalEntry, StepCompleted } from './contract';
import type { Flag } from '../language/document';
import type { CompiledProtocol, CompiledStep, ProtocolSet } from './protocol-set';

/** The items of a checklist as they stand, each with the entry that its answer comes from. */
export class ChecklistStanding {
  readonly items = new Map<string, 'yes' | 'no' | NonAnswer>();
  readonly raw = new Map<string, ChecklistAnswers[string]>();
  readonly entries = new Map<string, number>();
}

/** One row of a list as it stands, by field slot. */
export class RowStanding {
  readonly values: Value[];
  readonly raw: (FactValue | null)[];
  readonly entries: number[];

  constructor(
    readonly id: string,
    fields: number,
  ) {
    this.values = new Array<Value>(fields).fill(null);
    this.raw = new Array<FactValue | null>(fields).fill(null);
    this.entries = new Array<number>(fields).fill(-1);
  }
}

/** A list as it stands. While an entry about it waits for approval it counts as open: more rows may come. */
export class ListStanding {
  readonly rows: RowStanding[] = [];
  isClosed = false;
  waiting = 0;
  entry = -1;
  view: ListValue | null = null;
  viewStamp = -1;
}

/** Facts of one owner, the case or a run, by slot. `entries` says where each comes from, -1 for nowhere. */
export class FactStore {
  readonly values: Value[] = [];
  readonly raw: (FactValue | null)[] = [];
  readonly entries: number[] = [];
  checklists: (ChecklistStanding | undefined)[] | null = null;
  lists: (ListStanding | undefined)[] | null = null;

  constructor(readonly size: number) {
    for (let i = 0; i < size; i++) {
      this.values.push(null);
      this.raw.push(null);
      this.entries.push(-1);
    }
  }
}

/** What is special about an entry: it needs or got a second person, or was amended. Most entries have none. */
export interface Standing {
  /** As corrected. */
  values: FactValues;
  row: StepCompleted['row'];
  occurredAt: Occurrence;
  /** What rules now: the values themselves, earlier ones while they wait, or nothing. */
  inEffect: FactValues | null;
  rowInEffect: StepCompleted['row'];
  approval: 'none' | 'due' | 'given' | 'returned';
  /** Whether the values wait for the approval. */
  waits: boolean;
  /** The last values that a second person agreed to, or that needed nobody: what a returned correction falls back to. */
  agreed: { readonly values: FactValues; readonly row: StepCompleted['row'] } | null;
  approvedBy: number;
  amendments: EntryAmended[] | null;
}

/** One number per step, -1 where none was set, as for most steps of most runs. */
export class StepMarks {
  private marks: number[] | null = null;

  of(step: number): number {
    return this.marks === null ? -1 : (this.marks[step] ?? -1);
  }

  set(step: number, mark: number): void {
    if (this.marks === null) {
      if (mark < 0) return;
      this.marks = [];
    }
    while (this.marks.length <= step) this.marks.push(-1);
    this.marks[step] = mark;
  }
}

/** One run: what was done in it, by step index. */
export class RunFold {
  readonly facts: FactStore;
  /** Latest completion in effect, -1 for none. */
  readonly last: number[] = [];
  /** The waiver in effect. */
  readonly waived = new StepMarks();
  /** The amendment after which the step is to be confirmed. */
  readonly toConfirm = new StepMarks();
  /** The entry that was sent back after having taken effect: the step is to be done again. */
  readonly reopened = new StepMarks();
  /** For a deadline that counts from another step: the completion since which this step has applied. */
  readonly startedBy = new StepMarks();
  /** What the latest decision still lacks: 1 best interests, 2 the child's view, 3 both; 0 or -1 nothing. */
  readonly owing = new StepMarks();
  /** Entries that need a second person, by step, oldest first. */
  private pending: (readonly number[] | undefined)[] | null = null;
  derivedValues: Value[] | null = null;
  derivedStamps: number[] | null = null;
  outcomeStamp = -1;
  outcome = -1;
  isReadingOutcome = false;
  /** The step that was looked up last: an entry is decided and then folded. */
  private recentId = '';
  private recent = -1;

  constructor(
    readonly index: number,
    readonly runId: string,
    readonly protocol: CompiledProtocol,
    readonly opened: number,
  ) {
    this.facts = new FactStore(protocol.ownFacts.length);
    for (let i = 0; i < protocol.steps.length; i++) this.last.push(-1);
  }

  pendingOf(step: number): readonly number[] | null {
    return this.pending === null ? null : (this.pending[step] ?? null);
  }

  addPending(step: number, entry: number): void {
    this.pending ??= [];
    const before = this.pending[step] ?? [];
    if (!before.includes(entry)) this.pending[step] = [...before, entry];
  }

  removePending(step: number, entry: number): void {
    const left = this.pendingOf(step)?.filter((it) => it !== entry) ?? [];
    if (this.pending !== null) this.pending[step] = left.length > 0 ? left : undefined;
  }

  /** The index of the step with this id, -1 if the protocol has none. */
  indexOf(step: string): number {
    if (step !== this.recentId) {
      this.recent = this.protocol.stepIndex.get(step) ?? -1;
      this.recentId = step;
    }
    return this.recent;
  }
}

/** Something recorded that a step's flag, or a requirement that can't refuse a record, speaks of. */
export interface Flagged {
  readonly entry: number;
  readonly run: RunFold;
  readonly step: CompiledStep;
  readonly flag: Flag;
}

/** Values that are being sent and not yet recorded: conditions read them as if they were in effect. */
export interface Sent {
  readonly run: RunFold | null;
  readonly values: FactValues;
}

/**
 * The journal folded: mutable inside the engine, one entry at a time, never copied. Indices into `entries` stand for
 * entries. Also what expressions read; `run`, `step`, `row` and `sent` say what they are about while they are evaluated.
 */
export class CaseFold {
  readonly entries: JournalEntry[] = [];
  readonly facts: FactStore;
  readonly runs: RunFold[] = [];
  private standings: Map<number, Standing> | null = null;
  /** What was wrong with entries that were recorded all the same. */
  flagged: Flagged[] = [];
  /** Place of each entry by id; made when first needed, since most journals are only read forwards. */
  private places: Map<string, number> | null = null;
  /** Changes with everything that an expression could read; caches compare it. */
  stamp = 0;

  /** Moments computed so far, each with the date that it was computed from. */
  moments: Map<string, { readonly date: Value; readonly span: MomentSpan | null }> | null = null;

  run: RunFold | null = null;
  step = -1;
  row: Record<string, Value> | null = null;
  sent: Sent | null = null;

  constructor(
    readonly set: ProtocolSet,
    readonly territory: Territory,
    public now: number,
  ) {
    this.facts = new FactStore(set.sharedFacts.length);
  }

  /** Index of the entry with this id, -1 if there is none. */
  indexOf(id: string): number {
    if (this.places === null) this.places = new Map();
    for (let i = this.places.size; i < this.entries.length; i++) {
      const entry = this.entries[i];
      if (entry) this.places.set(entry.id, i);
    }
    return this.places.get(id) ?? -1;
  }

  /** What is special about an entry, if anything is. */
  standingOf(entry: number): Standing | undefined {
    return this.standings === null ? undefined : this.standings.get(entry);
  }

  setStanding(entry: number, standing: Standing): void {
    this.standings ??= new Map();
    this.standings.set(entry, standing);
  }

  findRun(runId: string): RunFold | undefined {
    const { runs } = this;
    for (let i = runs.length - 1; i >= 0; i--) {
      const run = runs[i];
      if (run !== undefined && run.runId === runId) return run;
    }
    return undefined;
  }

  setNow(now: number): void {
    if (this.now === now) return;
    this.now = now;
    this.stamp++;
  }
}

/** When the act of this entry happened, as corrected. */
export function occurrenceOf(fold: CaseFold, index: number): Occurrence {
  const standing = fold.standingOf(index);
  if (standing) return standing.occurredAt;
  const entry = fold.entries[index];
  if (!entry) throw new RangeError(`No entry ${index}`);
  return entry.occurredAt;
}
