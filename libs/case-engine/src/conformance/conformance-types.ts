import type { DeadlineOrigin } from '@repere/protocol';
import type { DeviationKind } from './deviation-kinds';
import type { LateOccasion } from './occasions';
import type { Text } from '@repere/feel';

/** A departure from the protocol, with a key that stays the same however often the journal is replayed. */
export interface CaseDeviation {
  /** `kind:runId:step`, with the entry behind it where one step can have several. */
  readonly key: string;
  readonly kind: DeviationKind;
  readonly runId: string;
  readonly step: string;
  /** What deviates; `null`: what was not done. */
  readonly entryId: string | null;
  /** Who entered that. */
  readonly enteredBy: string | null;
  /** From when on it is one, epoch milliseconds. */
  readonly since: number;
  /** Something is still not done, and only the clock makes it a deviation: it is never stored. */
  readonly isOpen: boolean;
  /** Of a deadline. */
  readonly origin?: DeadlineOrigin;
  /** Milliseconds: how late, how long after. */
  readonly by?: number;
  readonly text: Text;
}

/** Whether a step counts: `expected` it had to be done by now; `open` nothing is owed yet; `unknown` nobody knows yet whether it applies. */
export type Expectation = 'expected' | 'open' | 'unknown' | 'waived' | 'not-applicable';

/** A step of a run beside what its protocol expects. Times epoch milliseconds. */
export interface StepConformance {
  readonly runId: string;
  readonly step: string;
  readonly title: Text;
  readonly expectation: Expectation;
  readonly weight: number;
  /** How often it was done, sendings back apart. */
  readonly times: number;
  /** `null` where the question does not arise: what was not done has no order. */
  readonly isInOrder: boolean | null;
  /** `false` only for a time of ours; a judge's or a partner's is never a worker's delay. */
  readonly isInTime: boolean | null;
  /** Whether those whose act it is did it. */
  readonly isByWhomItShould: boolean | null;
  /** `null`: no second person is needed. */
  readonly isApproved: boolean | null;
  /** Whether the second person, or the words of a decision, came too late. */
  readonly isAnsweredLate: boolean;
  /** Done, and none of these says otherwise. */
  readonly isMet: boolean;
  /** Since when it could be done, in the stretch in which it was; `null`: it never could. */
  readonly possibleAt: number | null;
  readonly doneAt: number | null;
  /** Of a deadline of ours. */
  readonly origin: DeadlineOrigin | null;
  /** How late it was done, milliseconds; `null`: in time, no deadline, or not done. */
  readonly lateBy: number | null;
  /** Not done yet, or not again: from when on that is late. `null` where no deadline of ours runs for sure. */
  readonly lateFrom: number | null;
  /** Of a duty that is due again: the entry after which it is. */
  readonly lateAfter: string | null;
  /** Of a duty that comes again, once it was done: the times at which it was late. */
  readonly occasions: readonly LateOccasion[];
  /** In effect without its second person (`unapproved`), without its words (`unweighed`): from when on that is too long. */
  readonly missingRequirements: readonly {
    readonly kind: 'unapproved' | 'unweighed';
    readonly from: number;
    readonly entryId: string | null;
  }[];
}

/** Weights: of what was expected, and of what of it was done as it should. */
export interface Fitness {
  readonly expected: number;
  readonly met: number;
  /** met ÷ expected, 0 to 1; `null` while nothing was expected. */
  readonly fitness: number | null;
}

export interface RunConformance extends Fitness {
  readonly runId: string;
  readonly protocol: string;
  readonly version: string;
  readonly title: Text;
  readonly openedAt: number;
  readonly steps: readonly StepConformance[];
}

/** A case replayed against the protocols that it follows. */
export interface CaseConformance extends Fitness {
  readonly runs: readonly RunConformance[];
  readonly deviations: readonly CaseDeviation[];
}
