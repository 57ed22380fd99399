import type { StepState } from '../case/contract';
import type { DeadlineOrigin } from '../language/document';
import type { Text } from '../value';

/** What a new version has to be called: words only, something added, something changed or removed. */
export type ReleaseKind = 'patch' | 'minor' | 'major';

/** What a change does to the child's protection. `words`: nothing. `look`: the tool can't tell; a person must. */
export type ChangeEffect = 'protects-more' | 'protects-less' | 'look' | 'words';

export interface VersionChange {
  readonly what:
    | 'step'
    | 'deadline'
    | 'condition'
    | 'approval'
    | 'field'
    | 'fact'
    | 'outcome'
    | 'opens'
    | 'safeguard'
    | 'limit'
    | 'text';
  readonly how: 'added' | 'changed' | 'removed' | 'longer' | 'shorter';
  /** Step, fact, outcome, `opens` or safeguard that it is about. */
  readonly id: string;
  readonly effect: ChangeEffect;
  /** One sentence in words. */
  readonly text: Text;
  /** As written, for who wants it word by word: an expression, a period. */
  readonly before?: string;
  readonly after?: string;
}

export interface VersionDiff {
  readonly protocol: string;
  readonly from: string;
  readonly to: string;
  readonly kind: ReleaseKind;
  readonly changes: readonly VersionChange[];
}

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
