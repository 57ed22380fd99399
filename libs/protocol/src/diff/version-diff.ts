import type { Text } from '@repere/feel';

/** What a new version has to be called: words only, something added, something changed or removed. */
export type ReleaseKind = 'patch' | 'minor' | 'major';

/** What a change does to the child's protection. `words`: nothing. `to-review`: the tool can't tell; a person must. */
export type ChangeEffect = 'protects-more' | 'protects-less' | 'to-review' | 'words';

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
