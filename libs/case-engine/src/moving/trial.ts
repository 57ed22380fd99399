import type { DeadlineOrigin, StepState } from '@repere/protocol';
import type { Text } from '@repere/feel';

/** What moving one run to another version would do. */
export interface RunTrial {
  readonly runId: string;
  readonly protocol: string;
  readonly from: string;
  readonly to: string;
  readonly gains: readonly StepChange[];
  readonly loses: readonly StepChange[];
  /** Steps whose state differs otherwise. */
  readonly differs: readonly StepChange[];
  /** Deadlines of the new version that would already have passed. */
  readonly passed: readonly {
    readonly step: string;
    readonly title: Text;
    readonly origin: DeadlineOrigin;
    readonly dueAt: number;
  }[];
  /** Done steps that must be confirmed, since what they stood on has changed. */
  readonly toConfirm: readonly { readonly step: string; readonly title: Text }[];
  /** Answers of the old version that the new one has no place for: they stay in the journal, and are read no more. */
  readonly leftBehind: readonly { readonly fact: string; readonly title: Text }[];
  readonly outcome: { readonly before: string | null; readonly after: string | null };
}

export interface StepChange {
  readonly step: string;
  readonly title: Text;
  readonly before: StepState | null;
  readonly after: StepState | null;
}
