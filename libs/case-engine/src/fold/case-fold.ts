import type { ExpressionText, FactValues } from '@repere/protocol';
import type { MomentSpan, Territory, Value } from '@repere/feel';
import type { JournalEntry } from '../journal/journal-entry';
import { FactStore } from '../facts/fact-store';
import type { ProtocolSet } from '../compile/protocol-set';
import type { RunFold } from './run-fold';
import type { EntryStatus } from '../journal/entry-status';

/** Something recorded that a step's flag, or a requirement that can't refuse a record, speaks of; by its condition. */
export interface Flagged {
  readonly entry: number;
  readonly runId: string;
  readonly step: string;
  readonly when: ExpressionText;
}

/** Values that are being sent and not yet recorded: conditions read them as if they were in effect. */
export interface Sent {
  readonly run: RunFold | null;
  readonly values: FactValues;
}

/** A time during which the child was not there, epoch ms. `until`: `null` while it lasts. */
export interface Absence {
  readonly run: RunFold;
  readonly since: number;
  readonly until: number | null;
}

/**
 * The journal folded: mutable inside the engine, one entry at a time, never copied. Indices into `entries` stand for
 * entries. Also what expressions read; `run`, `step`, `row` and `sent` say what they are about while they are evaluated.
 */
export class CaseFold {
  readonly entries: JournalEntry[] = [];
  readonly facts: FactStore;
  readonly runs: RunFold[] = [];
  private standings: Map<number, EntryStatus> | null = null;
  /** What was wrong with entries that were recorded all the same. */
  flagged: Flagged[] = [];
  /** Whether a run follows another version than it was opened with. */
  hasMoved = false;
  /** Place of each entry by id; made when first needed, since most journals are only read forwards. */
  private places: Map<string, number> | null = null;
  /** Changes with everything that an expression could read; caches compare it. */
  stamp = 0;

  /** Absences of the child, as computed at a stamp. */
  absences: { readonly stamp: number; readonly found: readonly Absence[] } = { stamp: -1, found: [] };

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
  entryStatusOf(entry: number): EntryStatus | undefined {
    return this.standings === null ? undefined : this.standings.get(entry);
  }

  setEntryStatus(entry: number, status: EntryStatus): void {
    this.standings ??= new Map();
    this.standings.set(entry, status);
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
