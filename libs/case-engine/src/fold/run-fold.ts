import type { Value } from '@repere/feel';
import { FactStore } from '../facts/fact-store';
import type { CompiledProtocol, CompiledStep } from '../compile/protocol-set';
import { StepMarks, StepNotes } from './step-marks';

/** A version that a run followed before, up to the entry that moved it. */
export interface PastVersion {
  readonly protocol: CompiledProtocol;
  readonly until: number;
}

/**
 * What is remembered of a step beside its entries: entries, -1 for none; `pending` those that need a second person;
 * `knownDate` when it was late as last known, `leftBy` how it stood before it ceased to apply.
 */
export interface Marks {
  readonly waived: number;
  readonly toConfirm: number;
  readonly reopened: number;
  readonly startedBy: number;
  readonly appliedBy: number;
  readonly cameLate: number;
  readonly knownDate: number | undefined;
  readonly leftBy: Leaving | undefined;
  readonly pending: readonly number[];
}

/** In the place of a known date, while the step exactly does not apply. */
export const DOES_NOT_APPLY = -Infinity;

/** How a watched step stood before an entry made it exactly not apply. */
interface Leaving extends Pick<Marks, 'startedBy' | 'appliedBy' | 'cameLate' | 'knownDate'> {
  readonly entry: number;
}

/** One run: what was done in it, by step index. A run that is moved goes on in another `RunFold`. */
export class RunFold {
  readonly facts: FactStore;
  /** Latest completion in effect, -1 for none. */
  readonly last: number[];
  /** The waiver in effect. */
  readonly waived = new StepMarks();
  /** The amendment after which the step is to be confirmed. */
  readonly toConfirm = new StepMarks();
  /** The entry that was sent back after having taken effect: the step is to be done again. */
  readonly reopened = new StepMarks();
  /** For a deadline that counts from another step: the completion since which this step has applied. */
  readonly startedBy = new StepMarks();
  /** Of a watched step: the entry since which it has applied for sure. */
  readonly appliedBy = new StepMarks();
  /** Of a watched step: the entry that brought its date when that had already passed. */
  readonly cameLate = new StepMarks();
  /** Of a watched step: from when on it is late, as known after the latest entry. */
  readonly knownDates = new StepNotes<number>();
  /** Of a watched step that exactly does not apply: how it stood before, should that turn out to be a slip. */
  readonly leftBy = new StepNotes<Leaving>();
  /** Entries that need a second person, by step, oldest first. */
  private pending: (readonly number[] | undefined)[] | null = null;
  derivedValues: Value[] | null = null;
  derivedStamps: number[] | null = null;
  outcomeStamp = -1;
  outcome = -1;
  isReadingOutcome = false;
  isReadingStates = false;
  /** Marks of steps that the version followed now does not have, should the run go back. Nothing reads them. */
  shelved: ReadonlyMap<string, Marks> | null = null;
  /** Whether an entry of a step may open a run, by step: one list for all runs of a version. */
  mayOpen: (boolean | undefined)[] | null = null;
  /** The step that was looked up last: an entry is decided and then folded. */
  private recentId = '';
  private recent = -1;

  constructor(
    readonly index: number,
    readonly runId: string,
    readonly protocol: CompiledProtocol,
    readonly opened: number,
    /** Versions followed before, oldest first. */
    readonly past: readonly PastVersion[] = [],
  ) {
    this.facts = new FactStore(protocol.ownFacts.length);
    this.last = new Array<number>(protocol.steps.length).fill(-1);
  }

  /** The version that was followed when this entry was recorded. */
  protocolAt(entry: number): CompiledProtocol {
    return this.past.find(({ until }) => entry < until)?.protocol ?? this.protocol;
  }

  /** Whether another version was followed when this entry was recorded. */
  isPast(entry: number): boolean {
    const { past } = this;
    return past.length > 0 && entry < (past[past.length - 1]?.until ?? -1);
  }

  /** The step as the version that was followed then has it; `undefined` if that has none. */
  stepAt(entry: number, step: string): CompiledStep | undefined {
    const { protocol, past } = this;
    if (past.length === 0) return protocol.steps[this.indexOf(step)];
    const then = this.protocolAt(entry);
    return then.steps[then.stepIndex.get(step) ?? -1];
  }

  marksOf(step: number): Marks {
    return {
      waived: this.waived.marksOf(step),
      toConfirm: this.toConfirm.marksOf(step),
      reopened: this.reopened.marksOf(step),
      startedBy: this.startedBy.marksOf(step),
      appliedBy: this.appliedBy.marksOf(step),
      cameLate: this.cameLate.marksOf(step),
      knownDate: this.knownDates.getNote(step),
      leftBy: this.leftBy.getNote(step),
      pending: this.pendingOf(step) ?? [],
    };
  }

  /** A watched step exactly does not apply since this entry; how it stood is kept. */
  leaveStep(step: number, entry: number, startedBy = this.startedBy.marksOf(step)): void {
    if (this.knownDates.getNote(step) !== DOES_NOT_APPLY) {
      const { appliedBy, cameLate, knownDate } = this.marksOf(step);
      this.leftBy.setNote(step, { entry, startedBy, appliedBy, cameLate, knownDate });
    }
    this.appliedBy.setMark(step, -1);
    this.cameLate.setMark(step, -1);
    this.knownDates.setNote(step, DOES_NOT_APPLY);
  }

  /** It applies again, or may: as it stood, if it had left by a slip. */
  comeBack(step: number, bySlip: boolean): void {
    const left = this.leftBy.getNote(step);
    this.leftBy.delete(step);
    if (!bySlip || left === undefined) return;
    this.startedBy.setMark(step, left.startedBy);
    this.appliedBy.setMark(step, left.appliedBy);
    this.cameLate.setMark(step, left.cameLate);
    if (left.knownDate === undefined) this.knownDates.delete(step);
    else this.knownDates.setNote(step, left.knownDate);
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
