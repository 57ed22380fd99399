import type { Band } from '@repere/case-engine';
import type { DeadlineOrigin } from '@repere/protocol';
import type { Words } from '../words';

/** The step to go on with, and why. */
export interface NextStep {
  readonly runId: string;
  readonly protocol: string;
  readonly step: string;
  readonly title: Words;
  /** Its band in the one order of all steps. */
  readonly band: Band;
  /** What presses, where the date does not say it all. */
  readonly why: Words | null;
  /** Why it is asked of this child, from what was recorded; redacted to what the reader may see. */
  readonly grounds?: Words | null;
  readonly dueAt: string | null;
  /** Due without delay: `dueAt` is when that began, and it is late from `lateFrom` on. */
  readonly atOnce?: boolean;
  readonly lateFrom?: string | null;
  readonly origin?: DeadlineOrigin | null;
}
