import type { Value } from '../value';
import { FactStore } from './fact-store';
import type { CompiledProtocol } from './protocol-set';

/** One number per step, -1 where none was set, as for most steps of most runs. */
class StepMarks {
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
  /** Entries that need a second person, by step, oldest first. */
  private pending: (readonly number[] | undefined)[] | null = null;
  derivedValues: Value[] | null = null;
  derivedStamps: number[] | null = null;
  outcomeStamp = -1;
  outcome = -1;
  isReadingOutcome = false;
  isReadingStates = false;
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
