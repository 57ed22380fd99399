import type { CaseFile, Shown, TimelineEntry, Words } from '@repere/cases';
import type { Deviation } from '@repere/protocol-engine';

/** A point in the life of a case at which the page changed: an act was recorded, or a date passed. */
export interface ReplayMoment {
  /** What stands in the address: the `seq` of the act, or an ISO 8601 instant. */
  readonly at: string;
  /** When it was recorded, or when the date had passed. ISO 8601. */
  readonly when: string;
  readonly kind: 'act' | 'late';
  readonly title: Words;
  /** Who recorded it; `null` where time alone did it. */
  readonly by: Shown<string> | null;
  /** What departed from the protocol here, as it is judged now. */
  readonly deviations: readonly ReplayDeviation[];
}

export interface ReplayDeviation {
  readonly kind: Deviation['kind'];
  readonly text: Words;
}

/** The life of a case, from its opening to now, oldest first. */
export interface Replay {
  readonly caseFileId: string;
  readonly reference: string;
  readonly calledName: Shown<string>;
  readonly zone: string;
  readonly openedAt: string;
  /** The space's clock, ISO 8601. */
  readonly now: string;
  readonly moments: readonly ReplayMoment[];
}

/** What the journal does not hold: it changed since, is shown as it is known now, and is said to be. */
export type KnownNow = 'identity' | 'lead' | 'people';

/** The case page as it was known at a moment: what had been recorded by then, judged by the clock of then. */
export interface CaseAsKnown {
  /** ISO 8601. */
  readonly when: string;
  /** The last act that was known. */
  readonly seq: number;
  /** As the page was then; nothing may be done there. */
  readonly caseFile: CaseFile;
  /** What was recorded just then, as it read then; none where a date passed. */
  readonly entries: readonly TimelineEntry[];
  /** What is shown as it is known now. */
  readonly knownNow: readonly KnownNow[];
}
