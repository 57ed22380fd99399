import type { ActName, Purpose } from '@repere/audit';

/** What a route does, in the server's words: this is the name in the ledger, never the client's. */
export interface DeclaredAct {
  /** `case-file.read`, `step.complete`, `session.open`: each has its words in the access log. */
  readonly type: ActName;
  /** Why the data are handled: ends up in the ledger. */
  readonly purpose: Purpose;
  /** A repeated `Idempotency-Key` gives the first answer again. */
  readonly idempotent: boolean;
  /** No event of itself; what it shows or changes, if anything, it records where that happens. */
  readonly isUnrecorded?: boolean;
  /** Open also to an account that has to set up its second factor first. */
  readonly whileEnrolling?: boolean;
}
