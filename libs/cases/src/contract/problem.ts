/** Words in both languages; the page shows the reader's. */
export interface Words {
  readonly fr: string;
  readonly en: string;
}

/** One reason of a refusal. */
export interface ProblemReason {
  readonly code: string;
  readonly text: Words;
  /** Path of the field at fault in what was sent: `values.birth`, `child.familyName`. */
  readonly field?: string;
  readonly runId?: string;
  readonly step?: string;
  readonly basis?: readonly string[];
  /** Id of what it is about, where that is neither field nor step: a safeguard. */
  readonly about?: string;
  /** Of a promise that a draft breaks: what happens to the child, then its history, one line an act. */
  readonly story?: Words;
  readonly lines?: readonly Words[];
}

/** RFC 9457 problem details, `application/problem+json`. `title` follows Accept-Language. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** Stable code: `not-found`, `invalid`, `refused`, `stale`, `key-reused`, `unauthenticated`, `locked`, `unavailable`… */
  readonly code: string;
  readonly reasons?: readonly ProblemReason[];
  /** With `stale` (412): what was entered since, on this step or a fact it reads or writes. */
  readonly changes?: readonly Change[];
  readonly correlation?: string;
}

/** Something a colleague entered meanwhile. */
export interface Change {
  readonly seq: number;
  readonly entryId: string;
  readonly at: string;
  readonly by: string;
  readonly title: Words;
  /** Facts that it changed: as they are now. */
  readonly values: Readonly<Record<string, unknown>>;
}
