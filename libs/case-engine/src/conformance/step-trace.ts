import type { Within } from '@repere/feel';

/** What only replaying tells of a step. Entries by their index. */
export class StepTrace {
  /** Since when it could be done, in the present stretch or the one in which it was done; epoch ms. */
  possibleAt: number | null;
  /** While it is not done: from when on that is late, by a time of ours that runs for sure. */
  lateFrom: number | null;
  /** The entry after which an expected step that was never done no longer applied, or a later step was done. */
  passedOver: number;
  /** Of a duty that comes again: in which period after each completion, as the protocol then said; `null` where it no longer did. */
  readonly again: Map<number, Within | null>;
  /** When its step ceased to apply, epoch ms; `null` while it applies. */
  endedAt: number | null;
  /** When it was waived after its time. */
  isWaivedLate: boolean;
  /** Acts of others that were recorded before a step of ours that comes first: what is right in another order departs from nothing. */
  readonly early: number[];
  /** Completions of a step that was done already and does not repeat. */
  readonly repeats: number[];
  /** Corrections after which less protects the child. */
  readonly lowered: number[];
  /** Answers of a second person that came more than a day after what was in effect, and words of a decision that did. */
  readonly lateAnswers: {
    readonly kind: 'unapproved' | 'unweighed';
    readonly about: number;
    readonly entry: number;
    readonly by: number;
  }[];

  /** As `of` is, from which it parts. */
  constructor(of?: StepTrace) {
    this.possibleAt = of?.possibleAt ?? null;
    this.lateFrom = of?.lateFrom ?? null;
    this.passedOver = of?.passedOver ?? -1;
    this.again = new Map(of?.again);
    this.endedAt = of?.endedAt ?? null;
    this.isWaivedLate = of?.isWaivedLate ?? false;
    this.early = [...(of?.early ?? [])];
    this.repeats = [...(of?.repeats ?? [])];
    this.lowered = [...(of?.lowered ?? [])];
    this.lateAnswers = [...(of?.lateAnswers ?? [])];
  }
}

/** Stories by run and step. */
export class StepTraces {
  private readonly all = new Map<string, Map<string, StepTrace>>();

  traceOf(runId: string, step: string): StepTrace {
    let ofRun = this.all.get(runId);
    if (ofRun === undefined) this.all.set(runId, (ofRun = new Map()));
    let trace = ofRun.get(step);
    if (trace === undefined) ofRun.set(step, (trace = new StepTrace()));
    return trace;
  }

  /** The same, which goes its own way from here. */
  copy(): StepTraces {
    const copied = new StepTraces();
    for (const [runId, ofRun] of this.all)
      copied.all.set(runId, new Map([...ofRun].map(([step, trace]) => [step, new StepTrace(trace)])));
    return copied;
  }
}
